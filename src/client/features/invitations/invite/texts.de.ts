import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  inviteDialog: {
    invitationSentTo: (email) => `Einladung an ${email} gesendet`,
    invitationsSent: (count) => `${count} Einladungen gesendet`,
    someSkipped: (sent, skipped) =>
      `${sent === 1 ? "1 Einladung" : `${sent} Einladungen`} gesendet, ${skipped} ausgelassen`,
    inviteTo: (name) => `Zu ${name} einladen`,
    description:
      "Wir schicken jeder Person per E-Mail einen Link, der nach 7 Tagen abläuft.",
  },
  inviteForm: {
    none: "Geben Sie mindestens eine E-Mail-Adresse ein.",
    tooMany: "Sie können bis zu 100 Personen auf einmal einladen.",
    marked: "Korrigieren oder entfernen Sie die markierten E-Mail-Adressen.",
    failed: "Es wurde keine Einladung gesendet.",
    emailAddresses: "E-Mail-Adressen",
    hint: "Trennen Sie durch Kommas, Leerzeichen oder neue Zeilen. Für eine andere Rolle schreiben Sie diese hinter die Adresse: kim@acme.com Betrachter",
    role: "Rolle",
    roleOfOthers: "Rolle aller anderen",
    cancel: "Abbrechen",
    sendInvitations: (count) => `${count} Einladungen senden`,
    sendInvitation: "Einladung senden",
  },
  invitees: {
    roleOf: (email, role) => `Rolle von ${email}: ${role}`,
    marks: {
      address: "Keine E-Mail-Adresse:",
      unknownRole: "Unbekannte Rolle:",
      role: "Rolle, die Sie nicht vergeben können:",
    },
    faults: {
      address: (email) =>
        `„${email}“ ist keine E-Mail-Adresse. Korrigieren oder entfernen Sie sie.`,
      unknownRole: (email, word) =>
        `Die Rolle „${word}“ gibt es nicht. Wählen Sie eine andere für ${email}.`,
      role: (email, word) =>
        `Sie können die Rolle ${word} nicht vergeben. Wählen Sie eine andere für ${email}.`,
    },
    several: (count) =>
      `Korrigieren oder entfernen Sie die ${count} markierten E-Mail-Adressen.`,
  },
  message: {
    label: "Persönliche Nachricht",
    hint: (characters) =>
      `Nur Text, bis zu ${characters} Zeichen. Links und E-Mail-Adressen werden entfernt.`,
    rest: (text) =>
      `Links und E-Mail-Adressen werden entfernt. Wir senden: „${text}“`,
    allRemoved:
      "Links und E-Mail-Adressen werden entfernt. Es bleibt kein Text übrig.",
    notIncluded: "In den Tarifen Team und Business enthalten.",
    plans: "Tarife ansehen",
  },
  inviteResult: {
    skipped: {
      ALREADY_MEMBER: "Schon Mitglied",
      ALREADY_INVITED:
        "Schon eingeladen. In der Liste können Sie die Einladung erneut senden.",
      INVALID_EMAIL: "Keine E-Mail-Adresse",
      RATE_LIMITED:
        "Hat 3 Einladungen in einer Stunde erhalten. Versuchen Sie es später erneut.",
    },
    notSent:
      "Hat heute zu viele Einladungen erhalten. Senden Sie die Einladung morgen erneut.",
    done: "Fertig",
  },
  seatsLeft: {
    addSeats: "Plätze hinzufügen",
    left: (left, all) => {
      if (left === 0) return "Keine freien Plätze";
      const seats = `${formatCount(all)} ${all === 1 ? "Platz" : "Plätzen"}`;
      return `${formatCount(left)} von ${seats} frei`;
    },
  },
};

export default GERMAN;
