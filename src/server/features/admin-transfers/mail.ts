import { roleNameIn } from "#server/core/roles/role-names";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatDay } from "#server/kernel/mail/formats";
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
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${sender} wants to make you an admin of ${organization}`,
        paragraphs: [
          `${sender} wants to transfer their admin role in ${organization} to you. If you accept, you’ll become an admin, and the new role of ${sender} will be ${roleAfter}.`,
          `Nothing changes until you accept. The offer expires on ${formatDay(expiresAt, "en")}.`,
        ],
        action: "Review offer",
        footnote: `${PHRASES.en.toMember(organization)} Sign in as ${to} to accept or decline.`,
      },
      de: {
        subject: `${sender} möchte Sie zum Admin von ${organization} machen`,
        paragraphs: [
          `${sender} möchte Ihnen die eigene Admin-Rolle in ${organization} übertragen. Wenn Sie annehmen, werden Sie Admin, und ${sender} hat danach die Rolle ${roleNameIn(roleAfter, "de")}.`,
          `Es ändert sich nichts, bis Sie annehmen. Das Angebot läuft am ${formatDay(expiresAt, "de")} ab.`,
        ],
        action: "Angebot ansehen",
        footnote: `${PHRASES.de.toMember(organization)} Melden Sie sich als ${to} an, um anzunehmen oder abzulehnen.`,
      },
    },
  };
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
  return {
    to,
    organization,
    content: {
      en: {
        subject: `${recipient} accepted your admin role in ${organization}`,
        paragraphs: [
          `${recipient} is now an admin of ${organization}. Your role is now ${roleAfter}.`,
        ],
        footnote: `If you didn’t offer your role, change your password and contact an admin of ${organization} immediately.`,
      },
      de: {
        subject: `${recipient} hat Ihre Admin-Rolle in ${organization} übernommen`,
        paragraphs: [
          `${recipient} ist jetzt Admin von ${organization}. Ihre Rolle ist jetzt ${roleNameIn(roleAfter, "de")}.`,
        ],
        footnote: `Wenn Sie Ihre Rolle nicht angeboten haben, ändern Sie sofort Ihr Passwort und wenden Sie sich an einen Admin von ${organization}.`,
      },
    },
  };
}

export function transferTakenMail({ to, ...names }: Done): Mail {
  const sender = withoutLinks(names.sender);
  const organization = withoutLinks(names.organization);
  return {
    to,
    organization,
    content: {
      en: {
        subject: `You’re now an admin of ${organization}`,
        paragraphs: [
          `You accepted the admin role of ${sender} in ${organization}.`,
        ],
        footnote: `If this wasn’t you, change your password immediately and contact ${sender}.`,
      },
      de: {
        subject: `Sie sind jetzt Admin von ${organization}`,
        paragraphs: [
          `Sie haben die Admin-Rolle von ${sender} in ${organization} übernommen.`,
        ],
        footnote: `Wenn Sie das nicht waren, ändern Sie sofort Ihr Passwort und wenden Sie sich an ${sender}.`,
      },
    },
  };
}
