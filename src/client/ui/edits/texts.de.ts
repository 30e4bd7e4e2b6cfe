import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  kept: "Von Ihnen wurde noch nichts gespeichert, und alles ist noch hier.",
  nothingLost:
    "Von Ihnen wurde noch nichts gespeichert. Beide Fassungen sagen inzwischen dasselbe.",
  theirs: "Jetzt gespeichert",
  yours: "Ihre Fassung",
  empty: "(leer)",
  load: "Fremde Fassung laden",
  loadSaved: "Gespeichertes laden",
  saveAnyway: "Meine trotzdem speichern",
  createEdits: {
    loaded: "Die gespeicherte Fassung ist geladen",
  },
  staleNotice: {
    notSaved: "Es wurde nicht gespeichert.",
  },
};

export default GERMAN;
