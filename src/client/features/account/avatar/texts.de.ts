import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Bild",
  text: "Steht neben Ihrem Namen, für die Personen in Ihren Organisationen.",
  file: "Bilddatei",
  save: "Bild speichern",
  saved: "Ihr Bild wurde geändert",
  removed: "Ihr Bild wurde entfernt",
  notSaved: "Ihr Bild wurde nicht geändert",
  notRemoved: "Ihr Bild wurde nicht entfernt.",
};

export default GERMAN;
