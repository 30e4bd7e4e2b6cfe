import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  label: "Übertragung der Admin-Rolle",
  offer: (from, role, until) =>
    `${from} möchte Ihnen die eigene Admin-Rolle übertragen (eigene Rolle danach: ${role}). Antworten Sie bis ${formatDay(until)}.`,
  accept: "Annehmen",
  decline: "Ablehnen",
  accepted: "Sie sind jetzt Admin",
  declined: "Übertragung abgelehnt",
  notAnswered: "Ihre Antwort konnte nicht gespeichert werden.",
};

export default GERMAN;
