import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Bewahren Sie Ihre Wiederherstellungscodes auf",
  text: "Jeder meldet Sie einmal an, anstelle Ihres zweiten Faktors, wenn Sie diesen verloren haben. Sie werden nur jetzt angezeigt.",
  list: "Wiederherstellungscodes",
  copy: "Kopieren",
  download: "Herunterladen",
  print: "Drucken",
  fileName: "tenantry-wiederherstellungscodes.txt",
  stored: "Ich habe diese Codes aufbewahrt",
  storedHint:
    "In einem Passwort-Manager oder auf Papier: nicht nur auf dem Gerät, mit dem Sie sich anmelden.",
  storeFirst: "Bewahren Sie die Codes zuerst auf und bestätigen Sie es hier.",
  done: "Fertig",
  paperTitle: (site) => `Wiederherstellungscodes für ${site}`,
  account: (email) => `Konto: ${email}`,
  made: (day) => `Erstellt am ${day}. Ältere Codes gelten nicht mehr.`,
  once: "Jeder Code gilt einmal.",
};

export default GERMAN;
