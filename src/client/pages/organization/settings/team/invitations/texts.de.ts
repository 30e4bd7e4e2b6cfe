import type { Translation } from "../../../../../language/catalogue.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  expiry: {
    expired: "Abgelaufen",
    pending: "Offen",
    expires: (time) => ["läuft ab ", time],
  },
  invitationTable: {
    email: "E-Mail-Adresse",
    role: "Rolle",
    status: "Status",
    invitedBy: (name) => ["Eingeladen von ", name],
    actions: "Aktionen",
    openInvitationsNewestFirst: "Offene Einladungen, neueste zuerst",
    actionsForTheInvitation: (email) =>
      `Aktionen für die Einladung von ${email}`,
    sendAgain: "Erneut senden…",
    revoke: "Zurückziehen…",
  },
  invitation: {
    thisInvitationWasAnswered:
      "Diese Einladung wurde inzwischen beantwortet oder zurückgezogen.",
  },
  invitations: {
    noOpenInvitations: "Keine offenen Einladungen",
    invitePeople: "Personen einladen",
    peopleWhoWereInvited:
      "Eingeladene Personen stehen hier, bis sie antworten.",
  },
  resendDialog: {
    sendTheInvitationAgain: "Einladung erneut senden",
    theNewLinkIs: "Der neue Link gilt 7 Tage. Der vorige gilt dann nicht mehr.",
    sentAgainTo: (email) => `Erneut an ${email} gesendet`,
    itWasNotSent: "Sie wurde nicht gesendet.",
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
