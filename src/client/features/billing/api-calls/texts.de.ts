import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const calls = (count: number) =>
  count === 1 ? "1 Aufruf" : `${formatCount(count)} Aufrufe`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "API-Aufrufe",
  description:
    "Aufrufe, die Programme mit den API-Schlüsseln dieser Organisation gemacht haben.",
  thisMonth: "Dieser Monat",
  resets: (day) => `Beginnt am ${day} (UTC) neu`,
  nearlyUsed: "Die meisten API-Aufrufe dieses Monats sind verbraucht",
  nearlyUsedText: (day) =>
    `Wenn alle verbraucht sind, werden Programme mit einem API-Schlüssel bis zum ${day} (UTC) abgelehnt. Ein größerer Tarif enthält mehr Aufrufe.`,
  allUsed: "Alle API-Aufrufe dieses Monats sind verbraucht",
  allUsedText: (day) =>
    `Programme mit einem API-Schlüssel werden bis zum ${day} (UTC) abgelehnt. Mit einem größeren Tarif geht es sofort weiter. Die Web-App funktioniert weiterhin.`,
  none: "Kein Programm hat in den letzten 30 Tagen einen API-Schlüssel benutzt.",
  lastDays: "Letzte 30 Tage, nach Schlüssel",
  keys: "API-Schlüssel, zuerst die mit den meisten Aufrufen der letzten 30 Tage",
  calls,
  refused: (count) => `${formatCount(count)} abgelehnt`,
  deletedKey: "Gelöschter Schlüssel",
  serviceAccount: (name) => `Dienstkonto ${name}`,
  revoked: "Widerrufen",
  perDay: (key, most, day) =>
    `Aufrufe pro Tag mit ${key} in den letzten 30 Tagen: höchstens ${formatCount(most)}, am ${day}`,
  noneCounted: (key) => `Keine gezählten Aufrufe mit ${key}.`,
  onDay: (day, count) => `${day}: ${calls(count)}`,
  showAll: (count) => `Alle ${formatCount(count)} Schlüssel anzeigen`,
  more: (count) =>
    count === 1
      ? "Ein weiterer Schlüssel wurde weniger benutzt."
      : `${formatCount(count)} weitere Schlüssel wurden weniger benutzt.`,
};

export default GERMAN;
