import { letter } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Membership {
  to: string;
  organization: string;
  /** The start page of the organization. */
  link: string;
}

export function memberSuspendedMail({ to, link, ...names }: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return letter({
    to,
    subject: `Your access to ${organization} is suspended`,
    paragraphs: [
      `An admin of ${organization} suspended your membership there. Nothing of yours was removed, and your account and your other organizations are as they were.`,
      `If you think that this is a mistake, ask one of the admins of ${organization}.`,
    ],
    action: { label: `See ${organization}`, url: link },
    footnote: `You get this mail because you are a member of ${organization}.`,
  });
}

export function memberReactivatedMail({
  to,
  link,
  ...names
}: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return letter({
    to,
    subject: `You have access to ${organization} again`,
    paragraphs: [
      `Your membership in ${organization} is active again, with the role you had.`,
    ],
    action: { label: `Go to ${organization}`, url: link },
    footnote: `You get this mail because you are a member of ${organization}.`,
  });
}
