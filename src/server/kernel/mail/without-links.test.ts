import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { Glob } from "bun";
import { LANGUAGE_CODES } from "#shared/languages";
import type { Mail } from "./content";
import { renderMail } from "./layout";
import { withoutLinks } from "./without-links";

test.each([
  ["https://evil.example/unlock", "https: evil. example/unlock"],
  [
    "Your account is locked: https://evil.example",
    "Your account is locked: https: evil. example",
  ],
  ["www.evil.example", "www. evil. example"],
  [
    "evil。example evil．example evil｡example",
    "evil。 example evil． example evil｡ example",
  ],
  ["mailto:a@evil.example", "mailto: a@evil. example"],
  ["HTTPS：／／evil．example", "HTTPS: evil． example"],
  ["\\\\evil\\share", "\\evil\\share"],
  ["file:\\\\evil\\share", "file: evil\\share"],
  ["evil.\u200bexample", "evil. \u200bexample"],
  ["10.0.0.1/x", "10. 0. 0. 1/x"],
])("%j becomes %j", (name, shown) => {
  expect(withoutLinks(name)).toBe(shown);
  expect(withoutLinks(shown)).toBe(shown);
});

test.each([
  "Acme & Sons Inc.",
  "St. Gallen",
  "Dr. O'Neil (née Müller)",
  "Team 10:30",
  "Ops: on call",
  "R&D / Labs",
  "What? Yes!",
  "田中 太郎",
])("%j is not changed", (name) => {
  expect(withoutLinks(name)).toBe(name);
});

const TO = "vera@home.test";
const LINK = "https://tenantry.test/there#token=secret";
const NAME = "Bank: https://evil.example/unlock www.evil.example";

/** The inputs of all mails. Users choose the names in these inputs. */
const INPUT = {
  to: TO,
  link: LINK,
  newEmail: TO,
  at: 0,
  now: 0,
  from: 1,
  expiresAt: 0,
  left: 1,
  days: 365,
  daysNext: 90,
  lowersAt: 0,
  plan: "Free",
  userAgent: NAME,
  address: "127.0.0.1",
  provider: "GitHub",
  label: NAME,
  name: NAME,
  role: NAME,
  roleAfter: NAME,
  sender: NAME,
  recipient: NAME,
  inviter: NAME,
  asker: NAME,
  kind: "role",
  answer: { outcome: "role", role: NAME },
  message: `${NAME} or mail ada@evil.example`,
  organization: NAME,
  event: "created",
  key: NAME,
  last4: "abcd",
  account: NAME,
  caller: NAME,
  scopes: ["project:read"],
  because: "owner",
  keys: [{ name: NAME, last4: "abcd", expiresAt: 0, account: NAME }],
  accounts: [NAME],
  percent: 80,
  limit: 1000,
  month: { endsAt: 0 },
};

type Writer = (input: typeof INPUT, second: number) => Mail;

async function writers(): Promise<[name: string, write: Writer][]> {
  const found: [string, Writer][] = [];
  const features = join(import.meta.dir, "../../features");
  for (const file of new Glob("**/mail.ts").scanSync(features)) {
    const exports: Record<string, unknown> = await import(join(features, file));
    for (const [name, value] of Object.entries(exports))
      if (/(Mail|Notice)$/.test(name) && isWriter(value))
        found.push([name, value]);
  }
  return found;
}

function isWriter(value: unknown): value is Writer {
  return typeof value === "function";
}

describe("every mail function", async () => {
  const all = await writers();

  test("is tested", () => {
    expect(all.length).toBeGreaterThan(20);
  });

  test.each(all)("%s makes no link of a name, in any language", (_, write) => {
    const mail = write(INPUT, 0);
    for (const language of LANGUAGE_CODES) {
      const { subject, text, html } = renderMail(mail, language);
      for (const part of [subject, text, html]) {
        expect(part).not.toContain("undefined");
        const rest = part.replaceAll(LINK, "").replaceAll(TO, "");
        expect(rest).not.toContain("evil.example");
        expect(rest).not.toMatch(/www\.\S/);
        expect(rest).not.toContain("://");
      }
      const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to);
      expect(targets.filter((to) => to !== LINK)).toEqual([]);
    }
  });
});
