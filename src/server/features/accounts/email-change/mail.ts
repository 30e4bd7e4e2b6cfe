import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatMoment } from "#server/kernel/mail/formats";

/** The mail to the new address. It omits the current address, because the new one may belong to a stranger. */
export function emailChangeMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Confirm your new email address",
        paragraphs: [
          "We received a request to use this email address for an account.",
          "To confirm it, open the link in a browser where you’re signed in to the account. From then on, you’ll sign in with this email address.",
        ],
        action: "Confirm new email address",
        footnote: `${PHRASES.en.linkOnce} If you didn’t request this, ignore this email. Nothing will change.`,
      },
      de: {
        subject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
        paragraphs: [
          "Wir haben eine Anfrage erhalten, diese E-Mail-Adresse für ein Konto zu verwenden.",
          "Um sie zu bestätigen, öffnen Sie den Link in einem Browser, in dem Sie in dem Konto angemeldet sind. Ab dann melden Sie sich mit dieser E-Mail-Adresse an.",
        ],
        action: "Neue E-Mail-Adresse bestätigen",
        footnote: `${PHRASES.de.linkOnce} Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Es ändert sich nichts.`,
      },
    },
  };
}

/** The mail that verifies the current address of an account, which was created with an unverified address. */
export function ownAddressMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Confirm your email address",
        paragraphs: [
          "An account was created with this email address. To confirm it, open the link in a browser where you’re signed in to the account.",
          "Until then, you can’t accept invitations sent to this address or join an organization through its email domain.",
        ],
        action: "Confirm email address",
        footnote: `${PHRASES.en.linkOnce} If you didn’t create the account, ignore this email, or reset the password to take over the account.`,
      },
      de: {
        subject: "Bestätigen Sie Ihre E-Mail-Adresse",
        paragraphs: [
          "Mit dieser E-Mail-Adresse wurde ein Konto erstellt. Um die Adresse zu bestätigen, öffnen Sie den Link in einem Browser, in dem Sie in dem Konto angemeldet sind.",
          "Bis dahin können Sie keine Einladungen an diese Adresse annehmen und keiner Organisation über deren E-Mail-Domain beitreten.",
        ],
        action: "E-Mail-Adresse bestätigen",
        footnote: `${PHRASES.de.linkOnce} Wenn Sie das Konto nicht erstellt haben, ignorieren Sie diese E-Mail, oder setzen Sie das Passwort zurück, um das Konto zu übernehmen.`,
      },
    },
  };
}

/** The mail to the new address if it already has an account. */
export function emailTakenMail({
  to,
  link,
}: {
  to: string;
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "This email address already has an account",
        paragraphs: [
          "We received a request to use this email address for another account, but it already has one. Nothing was changed.",
          "To use it for the other account, first change the email address of this account, or delete this account.",
        ],
        action: "Sign in",
        footnote:
          "If this wasn’t you, ignore this email. The other person can’t see that you have an account.",
      },
      de: {
        subject: "Zu dieser E-Mail-Adresse gibt es bereits ein Konto",
        paragraphs: [
          "Wir haben eine Anfrage erhalten, diese E-Mail-Adresse für ein anderes Konto zu verwenden. Zu ihr gibt es aber bereits ein Konto. Es wurde nichts geändert.",
          "Um die Adresse für das andere Konto zu verwenden, ändern Sie zuerst die E-Mail-Adresse dieses Kontos, oder löschen Sie es.",
        ],
        action: "Anmelden",
        footnote:
          "Wenn Sie das nicht waren, ignorieren Sie diese E-Mail. Die andere Person kann nicht sehen, dass Sie ein Konto haben.",
      },
    },
  };
}

interface Change {
  to: string;
  newEmail: string;
  /** When the change was requested or completed, in milliseconds since 1970 UTC. */
  at: number;
}

/** The mail to the current address when a change is requested, so that the owner of the account can stop it. */
export function emailChangeNotice({
  to,
  newEmail,
  at,
  link,
}: Change & {
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "A change of your email address was requested",
        paragraphs: [
          "We sent a confirmation link to the new email address. Once the link is opened, you’ll sign in with the new address instead of this one.",
          "If this was you, you don’t need to do anything here. If it wasn’t, change your password now: this cancels the change and signs out all devices.",
        ],
        facts: [
          ["New email address", newEmail],
          ["Requested", formatMoment(at, "en")],
        ],
        action: PHRASES.en.notYou,
        footnote:
          "We send this email whenever a change of your account’s email address is requested.",
      },
      de: {
        subject: "Eine Änderung Ihrer E-Mail-Adresse wurde angefordert",
        paragraphs: [
          "Wir haben einen Bestätigungslink an die neue E-Mail-Adresse gesendet. Sobald er geöffnet wird, melden Sie sich mit der neuen Adresse an, nicht mehr mit dieser.",
          "Wenn Sie das waren, müssen Sie hier nichts weiter tun. Wenn nicht, ändern Sie jetzt Ihr Passwort: Das bricht die Änderung ab und meldet alle Geräte ab.",
        ],
        facts: [
          ["Neue E-Mail-Adresse", newEmail],
          ["Angefordert", formatMoment(at, "de")],
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Wir senden diese E-Mail immer, wenn eine Änderung der E-Mail-Adresse Ihres Kontos angefordert wird.",
      },
    },
  };
}

/** The mail to the previous address after the change. */
export function emailChangedMail({ to, newEmail, at }: Change): Mail {
  return {
    to,
    content: {
      en: {
        subject: "Your email address was changed",
        paragraphs: [
          `You now sign in with ${newEmail}. All other devices were signed out.`,
        ],
        facts: [
          ["New email address", newEmail],
          ["Changed", formatMoment(at, "en")],
        ],
        advice: [
          PHRASES.en.ifYou,
          "If it wasn’t you, someone else controls your account. Contact an admin of your organization now.",
        ],
        footnote:
          "This is the last email about your account to this address. Invitations sent to this address no longer reach your account.",
      },
      de: {
        subject: "Ihre E-Mail-Adresse wurde geändert",
        paragraphs: [
          `Sie melden sich jetzt mit ${newEmail} an. Alle anderen Geräte wurden abgemeldet.`,
        ],
        facts: [
          ["Neue E-Mail-Adresse", newEmail],
          ["Geändert", formatMoment(at, "de")],
        ],
        advice: [
          PHRASES.de.ifYou,
          "Wenn nicht, hat jemand anderes die Kontrolle über Ihr Konto. Wenden Sie sich jetzt an einen Admin Ihrer Organisation.",
        ],
        footnote:
          "Das ist die letzte E-Mail zu Ihrem Konto an diese Adresse. Einladungen an diese Adresse erreichen Ihr Konto nicht mehr.",
      },
    },
  };
}
