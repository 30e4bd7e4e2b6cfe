import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  kept: "Ihre Änderungen sind noch nicht gespeichert. Sie stehen noch im Formular.",
  nothingLost:
    "Ihre Änderungen sind noch nicht gespeichert. Beide Fassungen haben inzwischen dieselben Werte.",
  theirs: "Gespeichert",
  yours: "Ihre Fassung",
  empty: "(leer)",
  load: "Andere Fassung laden",
  loadSaved: "Gespeicherte Fassung laden",
  saveAnyway: "Meine trotzdem speichern",
  createEdits: {
    loaded: "Die gespeicherte Fassung ist geladen",
  },
  staleNotice: {
    notSaved: "Ihre Änderungen konnten nicht gespeichert werden.",
  },
};

export default GERMAN;
