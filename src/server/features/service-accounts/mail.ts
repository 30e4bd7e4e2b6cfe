import { describeKey, type ListedKey } from "#server/features/api-keys/mail";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
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
  link,
  ...mail
}: AdminMail & {
  /** The names of the service accounts. */
  accounts: readonly string[];
}): Mail {
  const organization = withoutLinks(mail.organization);
  const accounts = mail.accounts.map(withoutLinks);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Choose a steward for service accounts in ${organization}`,
        paragraphs: [
          `The member responsible for these service accounts left ${organization}. Their API keys still work, but the accounts can’t send invitations until you choose another steward.`,
          ...listed(accounts, (more) => `And ${more} more.`),
        ],
        action: "Open service accounts",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: `Bestimmen Sie Verantwortliche für Dienstkonten in ${organization}`,
        paragraphs: [
          `Das Mitglied, das für diese Dienstkonten verantwortlich war, hat ${organization} verlassen. Die API-Schlüssel funktionieren weiter, aber die Dienstkonten können keine Einladungen senden, bis Sie ein anderes Mitglied bestimmen.`,
          ...listed(accounts, (more) => `Und ${more} weitere.`),
        ],
        action: "Dienstkonten öffnen",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}

/** Tells an admin that a former or suspended member has seen the secrets of API keys. */
export function secretsSeenMail({
  to,
  link,
  ...mail
}: AdminMail & { keys: readonly Omit<ListedKey, "expiresAt">[] }): Mail {
  const organization = withoutLinks(mail.organization);
  const keys = mail.keys.map(describeKey);
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Rotate API keys in ${organization}`,
        paragraphs: [
          `A member who left ${organization} or is suspended created these API keys of service accounts and has seen their secrets. The keys still work. Rotate them so that only the new secrets work.`,
          ...listed(keys, (more) => `And ${more} more.`),
        ],
        action: "Open API keys",
        footnote: PHRASES.en.toAdmin(organization),
      },
      de: {
        subject: `Rotieren Sie API-Schlüssel in ${organization}`,
        paragraphs: [
          `Ein Mitglied, das ${organization} verlassen hat oder gesperrt ist, hat diese API-Schlüssel von Dienstkonten erstellt und ihre Geheimnisse gesehen. Die Schlüssel gelten weiter. Rotieren Sie sie, damit nur noch die neuen Geheimnisse gelten.`,
          ...listed(keys, (more) => `Und ${more} weitere.`),
        ],
        action: "API-Schlüssel öffnen",
        footnote: PHRASES.de.toAdmin(organization),
      },
    },
  };
}

function listed(
  names: readonly string[],
  andMore: (more: number) => string,
): string[] {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES);
  return more > 0 ? [...shown, andMore(more)] : shown;
}
