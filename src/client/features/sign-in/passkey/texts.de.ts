import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  signIn: "Mit einem Passkey anmelden",
  failed: "Sie konnten nicht angemeldet werden",
};

export default GERMAN;
