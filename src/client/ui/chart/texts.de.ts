import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  asTable: "Als Tabelle anzeigen",
  tableOf: (title) => `${title} nach Tagen`,
  day: "Tag",
  onDay: (count, day) => `${count} am ${day}`,
};

export default GERMAN;
