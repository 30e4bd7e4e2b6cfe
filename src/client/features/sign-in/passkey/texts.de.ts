import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  signIn: "Mit einem Passkey anmelden",
  failed: "Sie sind nicht angemeldet",
};

export default GERMAN;
