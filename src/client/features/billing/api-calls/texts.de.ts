import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const calls = (count: number) =>
  count === 1 ? "1 Aufruf" : `${formatCount(count)} Aufrufe`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "API-Aufrufe",
  description: "Aufrufe mit den API-Schlüsseln dieser Organisation.",
  thisMonth: "Dieser Monat",
  resets: (day) => `Wird am ${day} (UTC) zurückgesetzt`,
  nearlyUsed: "Sie haben die meisten API-Aufrufe dieses Monats verbraucht",
  nearlyUsedText: (day) =>
    `Sobald alle verbraucht sind, werden Aufrufe mit einem API-Schlüssel bis zum ${day} (UTC) abgelehnt. Ein größerer Tarif enthält mehr Aufrufe.`,
  allUsed: "Sie haben alle API-Aufrufe dieses Monats verbraucht",
  allUsedText: (day) =>
    `Aufrufe mit einem API-Schlüssel werden bis zum ${day} (UTC) abgelehnt. Mit einem größeren Tarif geht es sofort weiter. Die Web-App ist nicht betroffen.`,
  none: "In den letzten 30 Tagen wurde kein API-Schlüssel verwendet.",
  lastDays: "Letzte 30 Tage, nach Schlüssel",
  keys: "API-Schlüssel, die meisten Aufrufe der letzten 30 Tage zuerst",
  calls,
  refused: (count) => `${formatCount(count)} abgelehnt`,
  deletedKey: "Gelöschter Schlüssel",
  serviceAccount: (name) => `Dienstkonto ${name}`,
  revoked: "Widerrufen",
  perDay: (key, most, day) =>
    `Aufrufe pro Tag mit ${key} in den letzten 30 Tagen, höchster Wert ${formatCount(most)} am ${day}`,
  noneCounted: (key) => `Keine Aufrufe mit ${key}.`,
  onDay: (day, count) => `${day}: ${calls(count)}`,
  showAll: (count) => `Alle ${formatCount(count)} Schlüssel anzeigen`,
  more: (count) =>
    count === 1
      ? "1 weiterer Schlüssel hat weniger Aufrufe."
      : `${formatCount(count)} weitere Schlüssel haben weniger Aufrufe.`,
};

export default GERMAN;
