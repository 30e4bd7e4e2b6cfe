import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Admin-Rolle übergeben",
  text: "Ein anderes Mitglied wird an Ihrer Stelle Admin, sobald es annimmt.",
  idle: "Bis dahin ändert sich nichts. Sie behalten die Rolle, die Sie wählen, und können dann gehen.",
  hint: "Sie werden gefragt, wem, und welche Rolle Sie danach haben möchten.",
  action: "Übergeben…",
  only: "Es kann nur ein Angebot zugleich offen sein.",
  open: {
    yours: (to, until) =>
      `Sie haben Ihre Rolle ${to} angeboten. Eine Antwort ist bis ${formatDay(until)} möglich.`,
    others: (from, to, until) =>
      `${from} hat die eigene Rolle ${to} angeboten. Eine Antwort ist bis ${formatDay(until)} möglich.`,
    lacking: (to) =>
      `Diese Organisation verlangt einen zweiten Faktor. ${to} hat noch keinen und muss vor dem Annehmen einen einrichten.`,
    cancel: "Zurücknehmen",
    cancelled: "Das Angebot ist zurückgenommen",
    notCancelled: "Das Angebot wurde nicht zurückgenommen.",
  },
  dialog: {
    title: "Admin-Rolle übergeben",
    text: "Die Person bekommt eine E-Mail und hier einen Hinweis. Es ändert sich nichts, bis sie innerhalb von 7 Tagen annimmt.",
    search: "Mitglied suchen",
    searchHint: "Nach Name oder Adresse.",
    member: "Neuer Admin",
    choose: "Mitglied wählen…",
    none: "Es gibt niemanden, dem Sie sie übergeben können. Laden Sie zuerst jemanden ein.",
    roleAfter: "Ihre Rolle danach",
    submit: "Angebot senden",
    cancel: "Abbrechen",
    chooseFirst: "Wählen Sie zuerst ein Mitglied.",
    sent: (to) => `Angebot an ${to} gesendet`,
    failed: "Das Angebot wurde nicht gesendet",
  },
};

export default GERMAN;
