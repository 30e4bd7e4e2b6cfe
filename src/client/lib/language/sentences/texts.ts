import { catalogue } from "../catalogue.ts";

/**
 * What the server says is English, and stands with the server. Other languages give what it means to them, by the
 * English sentence; `{}` is a value.
 */
export const texts = catalogue("lib/language/sentences", {
  translations: (): Record<string, string> => ({}),
  untranslated: (sentence: string) => sentence,
});
