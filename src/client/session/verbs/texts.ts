import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("session/verbs", {
  selected: (count: number) => `${count} selected`,
  clear: "Clear selection",
  copied: (text: string) => `${text} copied`,
});
