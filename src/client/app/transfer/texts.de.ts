import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  label: "Angebot der Admin-Rolle",
  offer: (from, role, until) =>
    `${from} möchte Ihnen die eigene Admin-Rolle übergeben (eigene Rolle danach: ${role}). Sie können bis ${formatDay(until)} antworten.`,
  accept: "Annehmen",
  decline: "Ablehnen",
  accepted: "Sie sind jetzt Admin",
  declined: "Sie haben das Angebot abgelehnt",
  notAnswered: "Ihre Antwort wurde nicht angenommen.",
};

export default GERMAN;
