import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Membership {
  to: string;
  organization: string;
  /** The URL of the organization's start page. */
  link: string;
}

export function memberSuspendedMail({ to, link, ...names }: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return composeMail({
    to,
    subject: `Your access to ${organization} is suspended`,
    paragraphs: [
      `An admin of ${organization} suspended your access. Your work there is kept, and your account and your other organizations are not affected.`,
      `If you think this is a mistake, contact an admin of ${organization}.`,
    ],
    action: { label: `Open ${organization}`, url: link },
    footnote: `You received this email because you are a member of ${organization}.`,
  });
}

export function memberReactivatedMail({
  to,
  link,
  ...names
}: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return composeMail({
    to,
    subject: `Your access to ${organization} is restored`,
    paragraphs: [
      `An admin of ${organization} restored your access. You have the same role as before.`,
    ],
    action: { label: `Open ${organization}`, url: link },
    footnote: `You received this email because you are a member of ${organization}.`,
  });
}
