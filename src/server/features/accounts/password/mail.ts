import { type Mail, PHRASES } from "#server/kernel/mail/content";

export function passwordResetMail({
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
        subject: "Reset your password",
        paragraphs: [
          "We received a request to reset your password. Open the link to choose a new one.",
        ],
        action: "Reset password",
        footnote: `${PHRASES.en.linkOnce} If you didn’t request this, ignore this email. Your password stays the same.`,
      },
      de: {
        subject: "Setzen Sie Ihr Passwort zurück",
        paragraphs: [
          "Wir haben eine Anfrage erhalten, Ihr Passwort zurückzusetzen. Öffnen Sie den Link, um ein neues zu wählen.",
        ],
        action: "Passwort zurücksetzen",
        footnote: `${PHRASES.de.linkOnce} Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Ihr Passwort bleibt gleich.`,
      },
    },
  };
}

export function passwordChangedMail({
  to,
  link,
}: {
  to: string;
  /** The page where the user requests a password reset link. */
  link: string;
}): Mail {
  return {
    to,
    link,
    content: {
      en: {
        subject: "Your password was changed",
        paragraphs: [
          "Your password was changed, and all your other devices were signed out.",
          "If this was you, you don’t need to do anything. If it wasn’t, reset your password now.",
        ],
        action: PHRASES.en.notYou,
        footnote: "We send this email whenever your password changes.",
      },
      de: {
        subject: "Ihr Passwort wurde geändert",
        paragraphs: [
          "Ihr Passwort wurde geändert, und alle anderen Geräte wurden abgemeldet.",
          "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, setzen Sie Ihr Passwort jetzt zurück.",
        ],
        action: PHRASES.de.notYou,
        footnote:
          "Wir senden diese E-Mail immer, wenn sich Ihr Passwort ändert.",
      },
    },
  };
}
