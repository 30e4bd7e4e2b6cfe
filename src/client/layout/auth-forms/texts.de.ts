import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  email: "E-Mail-Adresse",
  passwordHint:
    "Mindestens 8 Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut.",
  wait: "Warten Sie, bis Sie es wieder versuchen können.",
};

export default GERMAN;
