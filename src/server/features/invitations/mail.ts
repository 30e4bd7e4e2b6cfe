import { plainMessage } from "#shared/message-text";
import { roleNameIn } from "#server/core/roles/role-names";
import type { Mail } from "#server/kernel/mail/content";
import { formatDay } from "#server/kernel/mail/formats";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Invitation {
  to: string;
  /** The URL of the invitation, which contains its token. */
  link: string;
  /** The name of the role that the invitation gives. */
  role: string;
  /** When the invitation expires, in milliseconds since 1970 UTC. */
  expiresAt: number;
  /** The personal message; null if there is none. */
  message: string | null;
  inviter: string;
  organization: string;
}

export function invitationMail({
  to,
  link,
  expiresAt,
  message,
  ...names
}: Invitation): Mail {
  const role = withoutLinks(names.role);
  const inviter = withoutLinks(names.inviter);
  const organization = withoutLinks(names.organization);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${inviter} invited you to ${organization}`,
        paragraphs: [
          `${inviter} invited you to join ${organization} on Tenantry.`,
          `You’ll join as ${articleOf(role)} ${role}.`,
        ],
        quote: quoteOf(`Message from ${inviter}:`, message),
        action: "Accept invitation",
        footnote: `This link is only for ${to} and expires on ${formatDay(expiresAt, "en")}. If you weren’t expecting this invitation, you can ignore this email.`,
      },
      de: {
        subject: `${inviter} hat Sie zu ${organization} eingeladen`,
        paragraphs: [
          `${inviter} hat Sie eingeladen, ${organization} auf Tenantry beizutreten.`,
          `Ihre Rolle: ${roleNameIn(role, "de")}.`,
        ],
        quote: quoteOf(`Nachricht von ${inviter}:`, message),
        action: "Einladung annehmen",
        footnote: `Dieser Link gilt nur für ${to} und läuft am ${formatDay(expiresAt, "de")} ab. Wenn Sie diese Einladung nicht erwartet haben, können Sie diese E-Mail ignorieren.`,
      },
    },
  };
}

/** Removes links again, because the rules may have become stricter since the message was stored. */
function quoteOf(label: string, message: string | null) {
  const text = plainMessage(message ?? "");
  return text === "" ? undefined : { label, text };
}

function articleOf(word: string): string {
  return /^[aeiou]/i.test(word) ? "an" : "a";
}
