import type { Translation } from "./language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  denied:
    "Ihre Rolle erlaubt das nicht. Ein Admin der Organisation kann das ändern.",
  gone: "Es ist nicht mehr da. Vielleicht hat es jemand gelöscht.",
  changedMeanwhile: "Das wurde inzwischen von jemandem geändert.",
  lookAgain:
    "Sehen Sie nach, wie es jetzt ist, und versuchen Sie es dann erneut.",
  unforeseen: "Etwas ist schiefgegangen. Versuchen Sie es erneut.",
  unreachable:
    "Der Server war nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
};

export default GERMAN;
