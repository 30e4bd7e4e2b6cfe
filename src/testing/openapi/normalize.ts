import type { TestServer } from "../kit/server";
import type { Scenario } from "../matrix/scenarios";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** The time at which the examples take place. */
const NOW = Date.parse("2026-03-02T09:30:00.000Z");
const SITE = "https://app.example.com";
/** The last letters of an ID without the last one, which counts. */
const ID = "01kjqz5w8m4v2x9c7b3n6t0ak";
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Fields whose values change with each run, or that must not look like a secret. */
const BY_FIELD: Record<string, string> = {
  token: "TOKEN_FROM_THE_MAIL",
  image: "iVBORw0KGgo=",
  base64: "iVBORw0KGgo=",
  last4: "x7Qm",
  // The end of the month is farther away on some days than on others.
  resetsAt: "2026-04-01T00:00:00.000Z",
  code: "123456",
  state: "STATE_OF_THE_REDIRECT",
  challenge: "Y2hhbGxlbmdl",
  clientDataJSON: "eyJ0eXBlIjoid2ViYXV0aG4ifQ",
  authenticatorData: "YXV0aGVudGljYXRvcg",
  attestationObject: "YXR0ZXN0YXRpb24",
  signature: "c2lnbmF0dXJl",
  rawId: "Y3JlZGVudGlhbA",
};

const HASH = "gZ4l0cMqyYbH2bqv1mTtYx3c2qfXkq3u7oJ1n5sWc8E";
/** Matches tokens, challenges, signatures and hashes: 32 bytes in base64url. */
const SECRET = /(?<![\w-])[\w-]{43}(?![\w-])/g;
const RECOVERY_CODE = /\b[0-9a-z]{4}(-[0-9a-z]{4}){3}\b/g;
/** The base64url form of a user ID, by which an authenticator names the user. */
const USER_HANDLE = /^dXNyX[\w-]+$/;

/** Long lists are cut: the example shows their first items. */
const MOST_ITEMS = 2;

/**
 * Makes the function that replaces the values of a call that change with each run: times, IDs, names of test users,
 * tokens and the address of the server.
 */
export function createNormalizer(
  { url, services }: Pick<TestServer, "url" | "services">,
  { org, roles }: Scenario,
): (value: unknown) => unknown {
  const started = services.deps.now();
  const ids = new Map<string, string>();
  const counts = new Map<string, number>();
  const people = new Map<string, string>();
  for (const { name, email } of Object.values(roles))
    people.set(email, `${name.toLowerCase()}@example.com`);

  const idOf = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const prefix = id.slice(0, 4);
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    const stable = `${prefix}${ID}${LETTERS.charAt(count)}`;
    ids.set(id, stable);
    return stable;
  };

  const momentOf = (at: number): number =>
    // Rows that a test inserts have the time of the machine, while the clock of the server stands still.
    NOW + Math.round((at - started) / HOUR_MS) * HOUR_MS;

  const dayOf = (text: string): string => {
    const today = Math.floor(started / DAY_MS) * DAY_MS;
    const at = NOW + Date.parse(text) - today;
    return new Date(at).toISOString().slice(0, 10);
  };

  const textOf = (text: string): string =>
    text
      .replaceAll(url.origin, SITE)
      .replaceAll(encodeURIComponent(url.origin), encodeURIComponent(SITE))
      .replace(/http:\/\/127\.0\.0\.1:\d+\/login/, "https://github.com/login")
      .replace(/\b[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}/g, idOf)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
        new Date(momentOf(Date.parse(time))).toISOString(),
      )
      .replace(/\b1[789]\d{11}\b/g, (time) => String(momentOf(Number(time))))
      .replace(/^\d{4}-\d\d-\d\d$/, dayOf)
      .replace(/org_\w+@example\.com/g, "nora@example.com")
      .replace(
        /person-\d+@example\.com/g,
        (one) => people.get(one) ?? "pat@example.com",
      )
      .replace(/^Person \d+$/, "Pat")
      .replace(/^Organization \d+$/, "Globex")
      .replace(/^organization-\d+$/, "globex")
      .replaceAll(new RegExp(`\\b${org}\\b`, "g"), "acme")
      .replace(/(token|state|code_challenge)=[\w-]{20,}/g, "$1=TOKEN")
      .replace(/(?<=^|secret=)[A-Z2-7]{32}\b/, "JBSWY3DPEHPK3PXP")
      .replace(/\btnt_live_\w+/, "tnt_live_YOUR_API_KEY")
      .replace(/person-\d+%40/, "pat%40")
      .replace(RECOVERY_CODE, "k3v8-m2qx-7rtd-w9hz")
      .replace(USER_HANDLE, "dXNyXzAxa2pxejV3OG00djJ4OWM3YjNuNnQwYWsx")
      .replace(SECRET, HASH);

  const visit = (value: unknown, field = ""): unknown => {
    if (typeof value === "string") return BY_FIELD[field] ?? textOf(value);
    if (typeof value === "number" && value > 1e12) return momentOf(value);
    if (Array.isArray(value))
      return value.slice(0, MOST_ITEMS).map((item) => visit(item, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, visit(one, name)]),
    );
  };
  return visit;
}
