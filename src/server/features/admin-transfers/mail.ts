import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

/** Returns the mail that asks a member to take over the role of an admin. */
export function transferOfferedMail({
  to,
  expiresAt,
  link,
  ...names
}: {
  to: string;
  sender: string;
  organization: string;
  /** The name of the sender's role after the transfer. */
  roleAfter: string;
  /** When the offer expires, in milliseconds since 1970 UTC. */
  expiresAt: number;
  /** The page where the recipient accepts or declines the admin transfer. */
  link: string;
}): Mail {
  const sender = withoutLinks(names.sender);
  const organization = withoutLinks(names.organization);
  const roleAfter = withoutLinks(names.roleAfter);
  const day = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(expiresAt);
  return composeMail({
    to,
    subject: `${sender} wants to make you an admin of ${organization}`,
    paragraphs: [
      `${sender} wants to transfer their admin role in ${organization} to you. If you accept, you’ll become an admin, and the role of ${sender} will change to ${roleAfter}.`,
      `Nothing changes until you accept. The offer expires on ${day}.`,
    ],
    action: { label: "Review offer", url: link },
    footnote: `You received this email because you are a member of ${organization}. Sign in as ${to} to accept or decline.`,
  });
}

interface Done {
  to: string;
  sender: string;
  recipient: string;
  organization: string;
  /** The name of the sender's role after the transfer. */
  roleAfter: string;
}

/** Returns the mail that tells the former admin that the recipient has accepted the admin transfer. */
export function transferGivenMail({ to, ...names }: Done): Mail {
  const recipient = withoutLinks(names.recipient);
  const organization = withoutLinks(names.organization);
  const roleAfter = withoutLinks(names.roleAfter);
  return composeMail({
    to,
    subject: `${recipient} accepted your admin role in ${organization}`,
    paragraphs: [
      `${recipient} is now an admin of ${organization}. Your role is now ${roleAfter}.`,
    ],
    footnote: `If you didn’t offer your role, change your password and contact an admin of ${organization} immediately.`,
  });
}

export function transferTakenMail({ to, ...names }: Done): Mail {
  const sender = withoutLinks(names.sender);
  const organization = withoutLinks(names.organization);
  return composeMail({
    to,
    subject: `You’re now an admin of ${organization}`,
    paragraphs: [
      `You accepted the admin role of ${sender} in ${organization}.`,
    ],
    footnote: `If this wasn’t you, change your password immediately and tell ${sender}.`,
  });
}
