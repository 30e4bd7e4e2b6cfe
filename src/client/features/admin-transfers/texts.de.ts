import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Admin-Rolle übertragen",
  text: "Ein anderes Mitglied wird an Ihrer Stelle Admin, sobald es annimmt.",
  idle: "Danach haben Sie die Rolle, die Sie wählen, und können die Organisation verlassen.",
  hint: "Sie wählen den neuen Admin und Ihre eigene neue Rolle.",
  action: "Übertragen…",
  onlyOne: "Es kann immer nur eine Übertragung offen sein.",
  pending: {
    yours: (to, until) =>
      `Sie haben ${to} Ihre Admin-Rolle angeboten. Das Angebot gilt bis ${formatDay(until)}.`,
    others: (from, to, until) =>
      `${from} hat ${to} die eigene Admin-Rolle angeboten. Das Angebot gilt bis ${formatDay(until)}.`,
    lacksTwoFactor: (to) =>
      `Diese Organisation verlangt 2FA. ${to} muss sie vor der Annahme einrichten.`,
    cancel: "Übertragung abbrechen",
    cancelled: "Übertragung abgebrochen",
    notCancelled: "Die Übertragung konnte nicht abgebrochen werden.",
  },
  answer: {
    label: "Übertragung der Admin-Rolle",
    offer: (from, role, until) =>
      `${from} möchte Sie an eigener Stelle zum Admin machen und danach die Rolle ${role} haben. Antworten Sie bis ${formatDay(until)}.`,
    accept: "Annehmen",
    decline: "Ablehnen",
    accepted: "Sie sind jetzt Admin",
    declined: "Übertragung abgelehnt",
    notAnswered: "Ihre Antwort konnte nicht gespeichert werden.",
  },
  dialog: {
    title: "Admin-Rolle übertragen",
    text: "Der neue Admin erhält eine E-Mail und hier einen Hinweis. Es ändert sich erst etwas, wenn er innerhalb von 7 Tagen annimmt. Danach werden Ihre offenen Einladungen ungültig, wenn Ihre neue Rolle sie nicht senden darf.",
    search: "Mitglied suchen",
    searchHint: "Suchen Sie nach Name oder E-Mail-Adresse.",
    member: "Neuer Admin",
    choose: "Mitglied wählen…",
    none: "Kein Mitglied kann Admin werden. Laden Sie zuerst jemanden ein.",
    roleAfter: "Ihre neue Rolle",
    submit: "Angebot senden",
    cancel: "Abbrechen",
    chooseFirst: "Wählen Sie zuerst ein Mitglied.",
    sent: (to) => `Angebot an ${to} gesendet`,
    failed: "Das Angebot konnte nicht gesendet werden",
  },
};

export default GERMAN;
