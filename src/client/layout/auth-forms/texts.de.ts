import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  email: "E-Mail-Adresse",
  passwordHint: "Mindestens 8 Zeichen. Tipp: einige Wörter ohne Zusammenhang.",
  wait: "Zu viele Versuche. Versuchen Sie es erneut, wenn der Countdown abgelaufen ist.",
};

export default GERMAN;
