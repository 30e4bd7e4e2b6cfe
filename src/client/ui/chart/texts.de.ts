import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  asTable: "Als Tabelle",
  tableOf: (title) => `${title} nach Tagen`,
  day: "Tag",
  onDay: (count, day) => `${count} am ${day}`,
};

export default GERMAN;
