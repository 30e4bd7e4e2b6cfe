import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { type Attempt, factsOf } from "../devices/mail";

interface Notice {
  to: string;
  /** The page where the user requests a password reset link. */
  link: string;
}

const IF_NOT_YOU = {
  en: "If this was you, you don’t need to do anything. If it wasn’t, change your password now, which signs out all devices, and contact support.",
  de: "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ändern Sie jetzt Ihr Passwort, wodurch alle Geräte abgemeldet werden, und wenden Sie sich an den Support.",
};

export function authenticatorAddedMail({ to, link }: Notice): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "An authenticator app was added to your account",
        paragraphs: [
          "Two-factor authentication is on. From now on, you’ll sign in with your password and a code from the app.",
          IF_NOT_YOU.en,
        ],
        action: PHRASES.en.notYou,
        footnote:
          "Keep your recovery codes somewhere you can reach without your phone. Each code works once.",
      },
      de: {
        subject: "Ihrem Konto wurde eine Authenticator-App hinzugefügt",
        paragraphs: [
          "Die Zwei-Faktor-Authentifizierung ist eingeschaltet. Ab jetzt melden Sie sich mit Ihrem Passwort und einem Code aus der App an.",
          IF_NOT_YOU.de,
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Bewahren Sie Ihre Wiederherstellungscodes so auf, dass Sie sie ohne Ihr Telefon erreichen. Jeder Code funktioniert einmal.",
      },
    },
  };
}

export function authenticatorRemovedMail({ to, link }: Notice): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "The authenticator app was removed from your account",
        paragraphs: [
          "Codes from the app no longer work for your account.",
          IF_NOT_YOU.en,
        ],
        action: PHRASES.en.notYou,
        footnote:
          "We send this email whenever a second factor is removed from your account.",
      },
      de: {
        subject: "Die Authenticator-App wurde aus Ihrem Konto entfernt",
        paragraphs: [
          "Codes aus der App funktionieren für Ihr Konto nicht mehr.",
          IF_NOT_YOU.de,
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Wir senden diese E-Mail immer, wenn ein zweiter Faktor aus Ihrem Konto entfernt wird.",
      },
    },
  };
}

export function newRecoveryCodesMail({ to, link }: Notice): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "New recovery codes were created for your account",
        paragraphs: [
          "Your previous recovery codes no longer work.",
          IF_NOT_YOU.en,
        ],
        action: PHRASES.en.notYou,
        footnote: "We send this email whenever new recovery codes are created.",
      },
      de: {
        subject: "Für Ihr Konto wurden neue Wiederherstellungscodes erstellt",
        paragraphs: [
          "Ihre bisherigen Wiederherstellungscodes funktionieren nicht mehr.",
          IF_NOT_YOU.de,
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Wir senden diese E-Mail immer, wenn neue Wiederherstellungscodes erstellt werden.",
      },
    },
  };
}

export function recoveryCodeUsedMail({
  to,
  left,
  link,
}: {
  to: string;
  left: number;
  /** The page where the user creates new recovery codes. */
  link: string;
}): Mail {
  const isLast = left === 0;
  return {
    to,
    link,
    content: {
      en: {
        subject: "A recovery code was used for your account",
        paragraphs: [
          `A recovery code was used instead of your second factor. ${isLast ? "You have no codes left." : left === 1 ? "You have 1 code left." : `You have ${left} codes left.`}`,
          "If this was you and you lost your second factor, set up a new one. If it wasn’t you, change your password and create new recovery codes now.",
        ],
        action: "Review two-factor authentication",
        footnote:
          "We send this email whenever a recovery code is used for your account.",
      },
      de: {
        subject: "Für Ihr Konto wurde ein Wiederherstellungscode verwendet",
        paragraphs: [
          `Statt Ihres zweiten Faktors wurde ein Wiederherstellungscode verwendet. ${isLast ? "Sie haben keine Codes mehr." : left === 1 ? "Sie haben noch 1 Code." : `Sie haben noch ${left} Codes.`}`,
          "Wenn Sie das waren und Ihren zweiten Faktor verloren haben, richten Sie einen neuen ein. Wenn nicht, ändern Sie jetzt Ihr Passwort und erstellen Sie neue Wiederherstellungscodes.",
        ],
        action: "Zwei-Faktor-Authentifizierung prüfen",
        footnote:
          "Wir senden diese E-Mail immer, wenn für Ihr Konto ein Wiederherstellungscode verwendet wird.",
      },
    },
  };
}

export function wrongCodesMail({
  to,
  link,
  ...attempt
}: Attempt & {
  to: string;
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Failed sign-in attempts with your password",
        paragraphs: [
          "Someone entered your password, followed by three incorrect two-factor codes. They weren’t signed in.",
        ],
        facts: factsOf(attempt, "en"),
        action: "Change your password",
        advice: [
          PHRASES.en.ifYou,
          "If it wasn’t you, someone knows your password. Change it now.",
        ],
        footnote:
          "We send this email after three incorrect codes in a day. After 30 incorrect codes in a day, no more codes are accepted.",
      },
      de: {
        subject: "Fehlgeschlagene Anmeldeversuche mit Ihrem Passwort",
        paragraphs: [
          "Jemand hat Ihr Passwort und dann drei falsche Codes für die Zwei-Faktor-Authentifizierung eingegeben. Die Anmeldung wurde abgelehnt.",
        ],
        facts: factsOf(attempt, "de"),
        action: "Passwort ändern",
        advice: [
          PHRASES.de.ifYou,
          "Wenn nicht, kennt jemand Ihr Passwort. Ändern Sie es jetzt.",
        ],
        footnote:
          "Wir senden diese E-Mail nach drei falschen Codes an einem Tag. Nach 30 falschen Codes an einem Tag werden keine weiteren angenommen.",
      },
    },
  };
}

export function secondFactorResetMail({
  to,
  link,
}: {
  to: string;
  /** The page where the user sets up two-factor authentication. */
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Two-factor authentication was reset for your account",
        paragraphs: [
          "Support removed the authenticator app, the passkeys and the recovery codes from your account, and signed out all devices.",
          "If you asked for this, sign in and set up two-factor authentication again. If you didn’t, change your password and contact support now.",
        ],
        action: "Set up two-factor authentication",
        footnote: "Only support can reset two-factor authentication.",
      },
      de: {
        subject:
          "Die Zwei-Faktor-Authentifizierung Ihres Kontos wurde zurückgesetzt",
        paragraphs: [
          "Der Support hat die Authenticator-App, die Passkeys und die Wiederherstellungscodes aus Ihrem Konto entfernt und alle Geräte abgemeldet.",
          "Wenn Sie darum gebeten haben, melden Sie sich an und richten Sie die Zwei-Faktor-Authentifizierung neu ein. Wenn nicht, ändern Sie jetzt Ihr Passwort und wenden Sie sich an den Support.",
        ],
        action: "Zwei-Faktor-Authentifizierung einrichten",
        footnote:
          "Nur der Support kann die Zwei-Faktor-Authentifizierung zurücksetzen.",
      },
    },
  };
}
