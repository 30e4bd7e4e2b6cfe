import { emailField } from "#shared/fields";
import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
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

export function identityLinkedMail({
  to,
  provider,
  label,
  link,
}: LinkedAccount): Mail {
  return composeMail({
    to,
    subject: `A ${provider} account was linked to your account`,
    paragraphs: [
      `The ${provider} account ${safeLabel(label)} can now sign in to your account.`,
      "If this was you, you don't need to do anything. If it wasn't, unlink the account and change your password.",
    ],
    action: { label: "Review linked accounts", url: link },
    footnote:
      "We send this email whenever an account is linked to or unlinked from yours.",
  });
}

export function identityUnlinkedMail({
  to,
  provider,
  label,
  link,
}: LinkedAccount): Mail {
  return composeMail({
    to,
    subject: `A ${provider} account was unlinked from your account`,
    paragraphs: [
      `The ${provider} account ${safeLabel(label)} can no longer sign in to your account.`,
      "If this was you, you don't need to do anything. If it wasn't, change your password.",
    ],
    action: { label: "Review linked accounts", url: link },
    footnote:
      "We send this email whenever an account is linked to or unlinked from yours.",
  });
}

// An email address is shown unchanged. Any other label is free text, so it must not become a link in the mail.
function safeLabel(label: string): string {
  return emailField.safeParse(label).success ? label : withoutLinks(label);
}
