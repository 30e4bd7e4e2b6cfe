import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  or: "oder",
  with: (provider) => `Weiter mit ${provider}`,
  notReached: (provider) => `${provider} ist nicht erreichbar.`,
};

export default GERMAN;
