import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Logo",
  text: "Steht in der Auswahl und bei den Personen, die Sie einladen.",
  file: "Logo-Datei",
  save: "Logo speichern",
  saved: "Das Logo wurde geändert",
  removed: "Das Logo wurde entfernt",
  notSaved: "Das Logo wurde nicht geändert",
  notRemoved: "Das Logo wurde nicht entfernt.",
};

export default GERMAN;
