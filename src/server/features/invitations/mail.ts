import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Invitation {
  to: string;
  /** The URL of the invitation, which contains its token. */
  link: string;
  /** The name of the role that the invitation gives. */
  role: string;
  /** When the invitation expires, in milliseconds since 1970 UTC. */
  expiresAt: number;
  inviter: string;
  organization: string;
}

export function invitationMail({
  to,
  link,
  expiresAt,
  ...names
}: Invitation): Mail {
  const role = withoutLinks(names.role);
  const inviter = withoutLinks(names.inviter);
  const organization = withoutLinks(names.organization);
  const until = new Date(expiresAt).toUTCString().replace(/:\d\d GMT$/, " UTC");
  return composeMail({
    to,
    subject: `${inviter} invited you to ${organization}`,
    paragraphs: [
      `${inviter} invited you to join ${organization} on Tenantry.`,
      `You’ll join as: ${role}.`,
    ],
    action: { label: "Accept invitation", url: link },
    footnote: `This link is for ${to} only and expires on ${until}. If you weren’t expecting this invitation, you can ignore this email.`,
  });
}
