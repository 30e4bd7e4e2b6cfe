import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  none: "Kein Abo",
  noneText: "Sie haben keinen bezahlten Tarif.",
  soon: "bald",
  fewDays: "noch einige Tage",
  until: (day) => `bis ${day}`,
  on: (day) => `am ${day}`,
  ended: "Beendet",
  freeAfterwards: "Danach gilt der Tarif Free.",
  buyBefore: (label) => `Upgraden Sie vorher, um ${label} zu behalten.`,
  trial: "Testphase",
  trialText: (ends, day, then) =>
    `Ihre Testphase endet ${ends}, ${day}. ${then}`,
  cancelled: "Gekündigt",
  cancelledText: (label, day) =>
    `${label} ist bezahlt und endet ${day}. Danach gilt der Tarif Free.`,
  active: "Aktiv",
  renews: (day) => `Verlängert sich ${day}.`,
  paymentFailed: "Zahlung fehlgeschlagen",
  failedText: (label, until) =>
    `Ihre letzte Zahlung ist fehlgeschlagen. ${label} läuft ${until} weiter. Ändern Sie vorher Ihre Zahlungsmethode, um den Tarif zu behalten.`,
  unpaid: "Nicht bezahlt",
  unpaidText: (label) =>
    `Ihre letzte Zahlung ist fehlgeschlagen, und Ihr Tarif ${label} ist beendet. Bezahlen Sie die offene Rechnung, um ihn wiederherzustellen.`,
  endedText: (label, day) =>
    `${label} endete ${day}. Ihre Mitglieder und Projekte bleiben erhalten.`,
  endedEarly: (label) =>
    `${label} ist beendet. Ihre Mitglieder und Projekte bleiben erhalten.`,
};

export default GERMAN;
