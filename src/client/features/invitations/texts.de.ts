import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  expiry: {
    expired: "Abgelaufen",
    pending: "Offen",
    void: "Ungültig",
    notSent: "Nicht gesendet",
    notSentText:
      "Die Adresse hat zu viele Einladungen bekommen, oder ihr Mailserver hat die Mail abgelehnt. Senden Sie sie morgen erneut, oder prüfen Sie die Adresse.",
    voidText:
      "Wer sie verschickt hat, darf nicht mehr einladen. Senden Sie sie erneut.",
    expires: (time) => ["läuft ab ", time],
  },
  invitationTable: {
    email: "E-Mail-Adresse",
    role: "Rolle",
    status: "Status",
    invitedBy: (name) => ["Eingeladen von ", name],
    actions: "Aktionen",
    caption: "Offene Einladungen, neueste zuerst",
    actionsFor: (email) => `Aktionen für die Einladung von ${email}`,
    sendAgain: "Erneut senden…",
    revoke: "Zurückziehen…",
  },
  invitation: {
    gone: "Diese Einladung wurde inzwischen beantwortet oder zurückgezogen.",
  },
  invitations: {
    noOpenInvitations: "Keine offenen Einladungen",
    invitePeople: "Personen einladen",
    noneText: "Eingeladene Personen stehen hier, bis sie antworten.",
  },
  resendDialog: {
    title: "Einladung erneut senden",
    text: "Der neue Link gilt 7 Tage. Der vorige gilt dann nicht mehr.",
    sentAgainTo: (email) => `Erneut an ${email} gesendet`,
    failed: "Sie wurde nicht gesendet.",
    notSent: "Die Einladung wurde nicht gesendet",
    notSentText:
      "Die Adresse hat heute zu viele Einladungen bekommen. Senden Sie sie morgen erneut.",
    to: "An",
    role: "Rolle",
    cancel: "Abbrechen",
    sendAgain: "Erneut senden",
  },
  revokeDialog: {
    text: (email) => [
      "Der Link, der an ",
      email,
      " ging, gilt dann nicht mehr. Sie können jederzeit wieder einladen.",
    ],
    invitationRevoked: "Einladung zurückgezogen",
    revokeThisInvitation: "Diese Einladung zurückziehen?",
    revoke: "Zurückziehen",
  },
};

export default GERMAN;
