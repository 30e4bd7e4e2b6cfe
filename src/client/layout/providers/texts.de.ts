import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  or: "oder",
  with: (provider) => `Weiter mit ${provider}`,
  notReached: (provider) => `${provider} ist nicht erreichbar.`,
};

export default GERMAN;
