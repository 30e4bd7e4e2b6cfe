import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "API",
  description:
    "API-Schlüssel und Dienstkonten für Skripte, Programme und Agenten.",
  connect: "Verbinden",
  mine: "Meine Schlüssel",
  all: "Alle Schlüssel",
  serviceAccounts: "Dienstkonten",
};

export default GERMAN;
