import type { Permission } from "#shared/permissions";
import { composeMail } from "#server/kernel/mail/layout";
import { formatMoment } from "#server/kernel/mail/moment";
import type { Mail } from "#server/kernel/mail/post";
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
  caller,
  link,
  ...mail
}: KeyMail & {
  event: "created" | "rotated";
  scopes: readonly Permission[];
  /** The name of the member who has seen the secret. */
  caller: string;
}): Mail {
  const { account, organization } = namesOf(mail);
  const whose = account ? `for the service account ${account}` : "of yours";
  const author = withoutLinks(caller);
  return composeMail({
    to,
    subject:
      event === "created"
        ? `New API key in ${organization}`
        : `API key rotated in ${organization}`,
    paragraphs: [
      event === "created"
        ? `${author} created an API key ${whose} in ${organization}.`
        : `${author} rotated an API key ${whose} in ${organization}. Programs need the new secret; the old one stops working.`,
    ],
    facts: [...factsOf(mail), ["Permissions", scopes.join(", ")]],
    action: { label: "Open API keys", url: link },
    advice: [
      account
        ? "If you did not expect this, revoke the key and ask the member who created it."
        : "If this wasn’t you, revoke the key, end the sessions you don’t recognize and change your password.",
    ],
    footnote: reasonOf(mail),
  });
}

export function namesOf({
  account,
  organization,
}: Pick<KeyMail, "account" | "organization">) {
  return {
    account: account === undefined ? undefined : withoutLinks(account),
    organization: withoutLinks(organization),
  };
}

export function factsOf({
  key,
  last4,
  expiresAt,
}: Pick<KeyMail, "key" | "last4" | "expiresAt">): [string, string][] {
  return [
    ["Key", `${withoutLinks(key)} (ends with ${last4})`],
    ["Expires", expiresAt === null ? "Never" : formatMoment(expiresAt)],
  ];
}

export function reasonOf(mail: Pick<KeyMail, "account" | "organization">) {
  const { account, organization } = namesOf(mail);
  return account
    ? `You received this email because you are the steward of the service account ${account} in ${organization}.`
    : `You received this email because this API key in ${organization} is yours.`;
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
  const what =
    keys.length === 1 ? "An API key" : `${String(keys.length)} API keys`;
  const happens = hasExpired
    ? keys.length === 1
      ? "has expired"
      : "have expired or expire soon"
    : keys.length === 1
      ? "expires soon"
      : "expire soon";
  return composeMail({
    to,
    subject: `${what} in ${organization} ${happens}`,
    paragraphs: [
      "Programs that use an expired API key are refused. Rotate the key to get a new secret: until the old one expires, both work.",
    ],
    facts: keys.map((key) => [
      describeKey(key),
      `${(key.expiresAt ?? now) <= now ? "Expired on" : "Expires on"} ${formatMoment(key.expiresAt ?? now)}`,
    ]),
    action: { label: "Open API keys", url: link },
    footnote: {
      owner: `You received this email because these API keys in ${organization} are yours.`,
      steward: `You received this email because you are the steward of a service account in ${organization}.`,
      admin: `You received this email because you are an admin of ${organization}, and the service account has no active steward.`,
    }[mail.because],
  });
}

export function describeKey({
  name,
  last4,
  account,
}: Omit<ListedKey, "expiresAt">): string {
  const key = `${withoutLinks(name)} (ends with ${last4})`;
  return account === undefined ? key : `${withoutLinks(account)}: ${key}`;
}
