import { describeKey, type ListedKey } from "#server/features/api-keys/mail";
import { composeMail } from "#server/kernel/mail/layout";
import type { Mail } from "#server/kernel/mail/post";
import { withoutLinks } from "#server/kernel/mail/without-links";

/** How many names a mail lists at most. */
const MOST_NAMES = 20;

interface AdminMail {
  to: string;
  organization: string;
  link: string;
}

/** Tells an admin that service accounts have lost their steward. */
export function stewardMissingMail({
  to,
  accounts,
  link,
  ...mail
}: AdminMail & {
  /** The names of the service accounts. */
  accounts: readonly string[];
}): Mail {
  const organization = withoutLinks(mail.organization);
  return composeMail({
    to,
    subject: `Choose a steward for service accounts in ${organization}`,
    paragraphs: [
      `The member who was responsible for these service accounts left ${organization}. Their API keys still work, but the accounts can’t send invitations until you choose another steward.`,
      ...listed(accounts.map(withoutLinks)),
    ],
    action: { label: "Open service accounts", url: link },
    footnote: footnoteFor(organization),
  });
}

/** Tells an admin that a former or suspended member has seen the secrets of API keys. */
export function secretsSeenMail({
  to,
  keys,
  link,
  ...mail
}: AdminMail & { keys: readonly Omit<ListedKey, "expiresAt">[] }): Mail {
  const organization = withoutLinks(mail.organization);
  return composeMail({
    to,
    subject: `Rotate API keys in ${organization}`,
    paragraphs: [
      `A member who left ${organization} or is suspended created these API keys of service accounts and has seen their secrets. The keys still work. Rotate them, so that only the new secrets do.`,
      ...listed(keys.map(describeKey)),
    ],
    action: { label: "Open API keys", url: link },
    footnote: footnoteFor(organization),
  });
}

function listed(names: readonly string[]): string[] {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES);
  return more > 0 ? [...shown, `And ${more} more.`] : shown;
}

function footnoteFor(organization: string): string {
  return `You received this email because you are an admin of ${organization}.`;
}
