import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface Membership {
  to: string;
  organization: string;
  /** The URL of the organization's start page. */
  link: string;
}

export function memberSuspendedMail({ to, link, ...names }: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Your access to ${organization} is suspended`,
        paragraphs: [
          `An admin of ${organization} suspended your access. Your work there is kept, and your account and your other organizations aren’t affected.`,
          `If you think this is a mistake, contact an admin of ${organization}.`,
        ],
        action: `Open ${organization}`,
        footnote: PHRASES.en.toMember(organization),
      },
      de: {
        subject: `Ihr Zugang zu ${organization} ist gesperrt`,
        paragraphs: [
          `Ein Admin von ${organization} hat Ihren Zugang gesperrt. Ihre Arbeit dort bleibt erhalten. Ihr Konto und Ihre anderen Organisationen sind nicht betroffen.`,
          `Wenn das ein Irrtum ist, wenden Sie sich an einen Admin von ${organization}.`,
        ],
        action: `${organization} öffnen`,
        footnote: PHRASES.de.toMember(organization),
      },
    },
  };
}

export function memberReactivatedMail({
  to,
  link,
  ...names
}: Membership): Mail {
  const organization = withoutLinks(names.organization);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Your access to ${organization} is restored`,
        paragraphs: [
          `An admin of ${organization} restored your access. You have the same role as before.`,
        ],
        action: `Open ${organization}`,
        footnote: PHRASES.en.toMember(organization),
      },
      de: {
        subject: `Sie haben wieder Zugang zu ${organization}`,
        paragraphs: [
          `Ein Admin von ${organization} hat Ihren Zugang entsperrt. Sie haben dieselbe Rolle wie zuvor.`,
        ],
        action: `${organization} öffnen`,
        footnote: PHRASES.de.toMember(organization),
      },
    },
  };
}
