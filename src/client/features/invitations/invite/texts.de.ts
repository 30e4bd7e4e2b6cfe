import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  inviteDialog: {
    invitationSentTo: (email) => `Einladung an ${email} gesendet`,
    invitationsSent: (count) => `${count} Einladungen gesendet`,
    notAll: "Einige Einladungen wurden nicht gesendet",
    inviteTo: (name) => `Zu ${name} einladen`,
    description: "Jede Person bekommt einen Link, der 7 Tage gilt.",
  },
  inviteForm: {
    none: "Geben Sie mindestens eine Adresse ein.",
    tooMany: "Laden Sie höchstens 100 Personen auf einmal ein.",
    marked: "Berichtigen oder entfernen Sie die markierten Adressen.",
    failed: "Niemand wurde eingeladen.",
    emailAddresses: "E-Mail-Adressen",
    hint: "Fügen Sie eine Liste ein: Kommas, Leerzeichen und Zeilen trennen.",
    role: "Rolle",
    cancel: "Abbrechen",
    sendInvitations: (count) => `${count} Einladungen senden`,
    sendInvitation: "Einladung senden",
  },
  inviteResult: {
    invitationsSent: (count) =>
      count === 1 ? "1 Einladung gesendet" : `${count} Einladungen gesendet`,
    skipped: {
      ALREADY_MEMBER: "ist schon Mitglied",
      ALREADY_INVITED:
        "hat eine offene Einladung: senden Sie sie in der Liste erneut",
      INVALID_EMAIL: "ist keine E-Mail-Adresse",
      RATE_LIMITED:
        "hat in einer Stunde 3 Einladungen bekommen: versuchen Sie es in einer Stunde wieder",
    },
    notSent:
      "hat heute zu viele Einladungen bekommen: senden Sie die Einladung morgen erneut",
    done: "Fertig",
  },
  seatsLeft: {
    getMoreSeats: "Mehr Plätze",
    left: (left, all) => {
      if (left === 0) return "Alle Plätze sind vergeben.";
      const seats = `${formatCount(all)} ${all === 1 ? "Platz" : "Plätzen"}`;
      return `${formatCount(left)} von ${seats} ${left === 1 ? "ist" : "sind"} frei.`;
    },
  },
};

export default GERMAN;
