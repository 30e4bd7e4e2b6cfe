import type { Translation } from "#client/lib/language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  email: "E-Mail-Adresse",
  passwordHint:
    "Mindestens 8 Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut.",
  wait: "Warten Sie, bis Sie es wieder versuchen können.",
};

export default GERMAN;
