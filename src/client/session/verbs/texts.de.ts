import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  selected: (count) => `${count} ausgewählt`,
  clear: "Auswahl aufheben",
  copied: (text) => `${text} kopiert`,
};

export default GERMAN;
