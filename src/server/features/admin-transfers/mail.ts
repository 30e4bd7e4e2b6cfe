import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

/** Asks a member to take over the role of an admin. */
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
  /** In milliseconds since 1970 UTC. */
  expiresAt: number;
  /** The page where the recipient accepts or declines. */
  link: string;
}): Mail {
  const sender = withoutLinks(names.sender);
  const organization = withoutLinks(names.organization);
  const roleAfter = withoutLinks(names.roleAfter);
  const day = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(expiresAt);
  return letter({
    to,
    subject: `${sender} wants to hand ${organization} over to you`,
    paragraphs: [
      `${sender} offers you their role as an admin of ${organization}. If you accept, you may do everything there, and ${sender} becomes ${roleAfter}.`,
      `Nothing changes until you accept. The offer ends on ${day}.`,
    ],
    action: { label: "See the offer", url: link },
    footnote: `You get this mail because you are a member of ${organization}. Sign in as ${to} to answer.`,
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

/** Tells the former admin that the transfer is complete. */
export function transferGivenMail({ to, ...names }: Done): Mail {
  const recipient = withoutLinks(names.recipient);
  const organization = withoutLinks(names.organization);
  const roleAfter = withoutLinks(names.roleAfter);
  return letter({
    to,
    subject: `${recipient} is an admin of ${organization} in your place`,
    paragraphs: [
      `${recipient} has accepted your role as an admin of ${organization}. You are ${roleAfter} there now.`,
    ],
    footnote: `If you did not offer it, ask an admin of ${organization} at once, and change your password.`,
  });
}

export function transferTakenMail({ to, ...names }: Done): Mail {
  const sender = withoutLinks(names.sender);
  const organization = withoutLinks(names.organization);
  return letter({
    to,
    subject: `You are an admin of ${organization}`,
    paragraphs: [
      `You have accepted ${sender}'s role as an admin of ${organization}.`,
    ],
    footnote: `If it was not you, change your password at once, and tell ${sender}.`,
  });
}
