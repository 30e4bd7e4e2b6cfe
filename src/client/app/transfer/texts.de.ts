import type { Translation } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
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
