import type { TranslationOf } from "./language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  reviewLatest:
    "Sehen Sie sich den aktuellen Stand an, und versuchen Sie es erneut.",
  mayBeStored: "Wir konnten nicht prüfen, ob das gespeichert wurde.",
  unforeseen: "Etwas ist schiefgegangen. Versuchen Sie es erneut.",
  unreachable:
    "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  settings: {
    timezone: { label: "Zeitzone", hint: "Gilt für Berichte und Tageszahlen." },
    website: {
      label: "Website",
      hint: "Wird Personen angezeigt, die Sie einladen.",
    },
    apiKeyMaxDays: {
      label: "Höchste Laufzeit von API-Schlüsseln, in Tagen",
      hint: "Gilt für neue und rotierte Schlüssel, die dann ablaufen müssen. Leer lassen für keine Grenze.",
    },
  },
  whoChanged: {
    byThem: (name, ago) => `${name} hat das ${ago} geändert.`,
    byYou: (ago) => `Sie haben das ${ago} in einem anderen Fenster geändert.`,
    byUnknown: (ago) => `Das wurde ${ago} geändert.`,
    justNow: "gerade eben",
  },
};

export default GERMAN;
