import type { Language } from "#shared/languages";
import type { Permission } from "#shared/permissions";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { formatDay } from "#server/kernel/mail/formats";
import { withoutLinks } from "#server/kernel/mail/without-links";

interface KeyMail {
  to: string;
  /** The name of the key. */
  key: string;
  last4: string;
  /** When the key expires, in milliseconds since 1970 UTC; null if it does not expire. */
  expiresAt: number | null;
  /** The name of the service account; undefined for a personal key. */
  account: string | undefined;
  organization: string;
  /** The URL of the page with the API keys. */
  link: string;
}

/** Tells the owner of a key, or the steward of its service account, that there is a new secret. */
export function issuedKeyMail({
  to,
  event,
  scopes,
  link,
  ...mail
}: KeyMail & {
  event: "created" | "rotated";
  scopes: readonly Permission[];
  /** The name of the member who has seen the secret. */
  caller: string;
}): Mail {
  const account = mail.account && withoutLinks(mail.account);
  const organization = withoutLinks(mail.organization);
  const caller = withoutLinks(mail.caller);
  const key = describeKey({ ...mail, name: mail.key, account: undefined });
  const permissions = scopes.join(", ");
  const isCreated = event === "created";
  const content = {
    en: () => {
      const whose = account ? `for the service account ${account}` : "of yours";
      return {
        subject: isCreated
          ? `New API key in ${organization}`
          : `API key rotated in ${organization}`,
        paragraphs: [
          isCreated
            ? `${caller} created an API key ${whose} in ${organization}.`
            : `${caller} rotated an API key ${whose} in ${organization}. Programs need the new secret, because the previous one will stop working.`,
        ],
        facts: [
          ["Key", key],
          ["Expires", expiryOf(mail.expiresAt, "en")],
          ["Permissions", permissions],
        ] as const,
        action: "Open API keys",
        advice: [
          account
            ? "If you weren’t expecting this, revoke the key and ask the member who created it."
            : "If this wasn’t you, revoke the key, sign out the devices you don’t recognize and change your password.",
        ],
        footnote: account
          ? `You received this email because you’re the steward of the service account ${account} in ${organization}.`
          : `You received this email because this API key in ${organization} is yours.`,
      };
    },
    de: () => {
      const whose = account
        ? `einen API-Schlüssel des Dienstkontos ${account}`
        : "einen API-Schlüssel von Ihnen";
      return {
        subject: isCreated
          ? `Neuer API-Schlüssel in ${organization}`
          : `API-Schlüssel in ${organization} rotiert`,
        paragraphs: [
          isCreated
            ? `${caller} hat in ${organization} ${whose} erstellt.`
            : `${caller} hat in ${organization} ${whose} rotiert. Programme brauchen das neue Geheimnis, weil das vorherige bald nicht mehr gilt.`,
        ],
        facts: [
          ["Schlüssel", key],
          ["Läuft ab", expiryOf(mail.expiresAt, "de")],
          ["Rechte", permissions],
        ] as const,
        action: "API-Schlüssel öffnen",
        advice: [
          account
            ? "Wenn Sie das nicht erwartet haben, widerrufen Sie den Schlüssel und fragen Sie das Mitglied, das ihn erstellt hat."
            : "Wenn Sie das nicht waren, widerrufen Sie den Schlüssel, melden Sie die Geräte ab, die Sie nicht kennen, und ändern Sie Ihr Passwort.",
        ],
        footnote: account
          ? `Sie erhalten diese E-Mail, weil Sie für das Dienstkonto ${account} in ${organization} verantwortlich sind.`
          : `Sie erhalten diese E-Mail, weil dieser API-Schlüssel in ${organization} Ihnen gehört.`,
      };
    },
  };
  return {
    to,
    link,
    organization,
    content: { en: content.en(), de: content.de() },
  };
}

const NEVER: Record<Language, string> = { en: "Never", de: "Nie" };

function expiryOf(expiresAt: number | null, language: Language): string {
  return expiresAt === null ? NEVER[language] : formatDay(expiresAt, language);
}

/** A key in a list of keys. */
export interface ListedKey {
  name: string;
  last4: string;
  expiresAt: number | null;
  account: string | undefined;
}

/** Tells the owner of keys, or the steward of their service account, that the keys expire soon or have expired. */
export function expiringKeysMail({
  to,
  keys,
  now,
  link,
  because,
  ...mail
}: {
  to: string;
  keys: readonly ListedKey[];
  /** When the mail is sent, in milliseconds since 1970 UTC. */
  now: number;
  organization: string;
  /** Why the recipient gets the mail. */
  because: "owner" | "steward" | "admin";
  link: string;
}): Mail {
  const organization = withoutLinks(mail.organization);
  const hasExpired = keys.some(({ expiresAt }) => (expiresAt ?? now) <= now);
  const isOne = keys.length === 1;
  const count = String(keys.length);
  const facts = (expired: string, expires: string, language: Language) =>
    keys.map((key) => {
      const at = key.expiresAt ?? now;
      const day = formatDay(at, language);
      return [
        describeKey(key),
        `${at <= now ? expired : expires} ${day}`,
      ] as const;
    });
  const english = hasExpired
    ? `${isOne ? "has" : "have"} expired${isOne ? "" : " or will expire soon"}`
    : `${isOne ? "expires" : "expire"} soon`;
  const german = hasExpired
    ? isOne
      ? "ist abgelaufen"
      : "sind abgelaufen oder laufen bald ab"
    : `${isOne ? "läuft" : "laufen"} bald ab`;
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${isOne ? "An API key" : `${count} API keys`} in ${organization} ${english}`,
        paragraphs: [
          "Calls with an expired API key are rejected. Rotate the key to get a new secret. Until the previous one expires, both work.",
        ],
        facts: facts("Expired on", "Expires on", "en"),
        action: "Open API keys",
        footnote: {
          owner: `You received this email because these API keys in ${organization} are yours.`,
          steward: `You received this email because you’re the steward of a service account in ${organization}.`,
          admin: `You received this email because you’re an admin of ${organization}, and the service account has no active steward.`,
        }[because],
      },
      de: {
        subject: `${isOne ? "Ein API-Schlüssel" : `${count} API-Schlüssel`} in ${organization} ${german}`,
        paragraphs: [
          "Aufrufe mit einem abgelaufenen API-Schlüssel werden abgelehnt. Rotieren Sie den Schlüssel, um ein neues Geheimnis zu erhalten. Bis das vorherige abläuft, gelten beide.",
        ],
        facts: facts("Abgelaufen am", "Läuft ab am", "de"),
        action: "API-Schlüssel öffnen",
        footnote: {
          owner: `Sie erhalten diese E-Mail, weil diese API-Schlüssel in ${organization} Ihnen gehören.`,
          steward: `Sie erhalten diese E-Mail, weil Sie für ein Dienstkonto in ${organization} verantwortlich sind.`,
          admin: `${PHRASES.de.toAdmin(organization)} Für das Dienstkonto ist kein aktives Mitglied verantwortlich.`,
        }[because],
      },
    },
  };
}

/** Names a key, for example `CI: Deployment (…a1b2)`. */
export function describeKey({
  name,
  last4,
  account,
}: Omit<ListedKey, "expiresAt">): string {
  const key = `${withoutLinks(name)} (…${last4})`;
  return account === undefined ? key : `${withoutLinks(account)}: ${key}`;
}
