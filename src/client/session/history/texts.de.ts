import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  changed: (by, when) => ["Geändert von ", by, ", ", when],
  created: (by, when) => ["Erstellt von ", by, ", ", when],
  changedBySystem: (when) => ["Vom System geändert, ", when],
  history: "Verlauf",
  keywords: "Änderungen Protokoll Aktivität Versionen wiederherstellen",
};

export default GERMAN;
