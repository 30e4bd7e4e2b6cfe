import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  expiry: {
    expired: "Abgelaufen",
    pending: "Offen",
    void: "Ungültig",
    notSent: "Nicht gesendet",
    notSentText:
      "Diese Adresse hat zu viele Einladungen erhalten, oder ihr Mailserver hat die E-Mail abgelehnt. Prüfen Sie die Adresse, oder senden Sie die Einladung morgen erneut.",
    voidText:
      "Der Absender kann niemanden mehr einladen. Senden Sie die Einladung selbst erneut.",
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
  },
  verbs: {
    pending: "Offene Einladung",
    open: "In der Liste zeigen",
    resend: "Erneut senden…",
    copyEmail: "E-Mail-Adresse kopieren",
    revoke: "Zurückziehen…",
  },
  invitation: {
    gone: "Diese Einladung wurde angenommen, abgelehnt oder zurückgezogen.",
  },
  invitations: {
    none: "Keine offenen Einladungen",
    invitePeople: "Personen einladen",
    noneText: "Einladungen erscheinen hier, bis sie angenommen werden.",
  },
  resendDialog: {
    title: "Einladung erneut senden",
    text: "Der neue Link läuft nach 7 Tagen ab. Der vorige funktioniert dann nicht mehr.",
    resentTo: (email) => `Einladung erneut an ${email} gesendet`,
    failed: "Die Einladung konnte nicht erneut gesendet werden.",
    notSent: "Die Einladung wurde nicht gesendet",
    notSentText:
      "Diese Adresse hat heute zu viele Einladungen erhalten. Senden Sie sie morgen erneut.",
    to: "An",
    role: "Rolle",
    cancel: "Abbrechen",
    resend: "Erneut senden",
  },
  revokeDialog: {
    text: (email) => [
      "Der Link, den wir an ",
      email,
      " geschickt haben, funktioniert dann nicht mehr.",
    ],
    revoked: "Einladung zurückgezogen",
    title: "Diese Einladung zurückziehen?",
    revoke: "Zurückziehen",
  },
};

export default GERMAN;
