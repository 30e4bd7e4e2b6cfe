import type { TranslationOf } from "./language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  denied:
    "Ihre Rolle erlaubt das nicht. Ein Admin der Organisation kann das ändern.",
  gone: "Es ist nicht mehr da. Vielleicht hat es jemand gelöscht.",
  changedMeanwhile: "Das wurde inzwischen von jemandem geändert.",
  lookAgain:
    "Sehen Sie nach, wie es jetzt ist, und versuchen Sie es dann erneut.",
  mayBeStored: "Das ist vielleicht gespeichert, vielleicht nicht.",
  lookFirst:
    "Der Server hat die Verbindung zur Datenbank verloren, während er Ihre Änderung speicherte. Sehen Sie nach, ob die Änderung da ist, bevor Sie es noch einmal versuchen.",
  unforeseen: "Etwas ist schiefgegangen. Versuchen Sie es erneut.",
  unreachable:
    "Der Server war nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  whoChanged: {
    byThem: (name, ago) => `${name} hat das ${ago} geändert.`,
    byYou: (ago) => `Sie haben das ${ago} in einem anderen Fenster geändert.`,
    byNobody: (ago) => `Das wurde ${ago} geändert.`,
    justNow: "gerade eben",
  },
};

export default GERMAN;
