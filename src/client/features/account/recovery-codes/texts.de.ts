import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Speichern Sie Ihre Wiederherstellungscodes",
  text: "Wenn Sie Ihre Authenticator-App oder Ihren Passkey verlieren, können Sie sich mit einem dieser Codes anmelden. Jeder Code funktioniert einmal. Sie werden nur jetzt angezeigt.",
  list: "Wiederherstellungscodes",
  copy: "Kopieren",
  download: "Herunterladen",
  print: "Drucken",
  fileName: "tenantry-wiederherstellungscodes.txt",
  saved: "Ich habe diese Codes gespeichert",
  savedHint:
    "In einem Passwort-Manager oder auf Papier, nicht nur auf dem Gerät, mit dem Sie sich anmelden.",
  saveFirst: "Speichern Sie zuerst die Codes und setzen Sie dann diesen Haken.",
  done: "Fertig",
  documentTitle: (site) => `Wiederherstellungscodes für ${site}`,
  account: (email) => `Konto: ${email}`,
  created: (day) =>
    `Erstellt am ${day}. Ältere Codes funktionieren nicht mehr.`,
  once: "Jeder Code funktioniert einmal.",
};

export default GERMAN;
