import { emailField } from "#shared/fields";
import type { Mail } from "#server/kernel/mail/content";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface LinkedAccount {
  to: string;
  /** For example "GitHub". */
  provider: string;
  /** The email address or the user name of the account at the provider. */
  label: string;
  /** The page that lists the linked accounts. */
  link: string;
}

const FOOTNOTE = {
  en: "We send this email whenever an account is connected to or disconnected from yours.",
  de: "Wir senden diese E-Mail immer, wenn ein Konto mit Ihrem verbunden oder von ihm getrennt wird.",
};

export function identityLinkedMail({
  to,
  provider,
  label,
  link,
}: LinkedAccount): Mail {
  const account = safeLabel(label);
  return {
    to,
    link,
    content: {
      en: {
        subject: `A ${provider} account was connected to your account`,
        paragraphs: [
          `The ${provider} account ${account} can now sign in to your account.`,
          "If this was you, you don’t need to do anything. If it wasn’t, disconnect the account and change your password.",
        ],
        action: "Review linked accounts",
        footnote: FOOTNOTE.en,
      },
      de: {
        subject: `Ein ${provider}-Konto wurde mit Ihrem Konto verbunden`,
        paragraphs: [
          `Mit dem ${provider}-Konto ${account} können Sie sich jetzt in Ihrem Konto anmelden.`,
          "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, trennen Sie das Konto und ändern Sie Ihr Passwort.",
        ],
        action: "Verbundene Konten prüfen",
        footnote: FOOTNOTE.de,
      },
    },
  };
}

export function identityUnlinkedMail({
  to,
  provider,
  label,
  link,
}: LinkedAccount): Mail {
  const account = safeLabel(label);
  return {
    to,
    link,
    content: {
      en: {
        subject: `A ${provider} account was disconnected from your account`,
        paragraphs: [
          `The ${provider} account ${account} can no longer sign in to your account.`,
          "If this was you, you don’t need to do anything. If it wasn’t, change your password.",
        ],
        action: "Review linked accounts",
        footnote: FOOTNOTE.en,
      },
      de: {
        subject: `Ein ${provider}-Konto wurde von Ihrem Konto getrennt`,
        paragraphs: [
          `Mit dem ${provider}-Konto ${account} können Sie sich nicht mehr in Ihrem Konto anmelden.`,
          "Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn nicht, ändern Sie Ihr Passwort.",
        ],
        action: "Verbundene Konten prüfen",
        footnote: FOOTNOTE.de,
      },
    },
  };
}

// An email address is shown unchanged. Any other label is free text, so it must not become a link in the mail.
function safeLabel(label: string): string {
  return emailField.safeParse(label).success ? label : withoutLinks(label);
}
