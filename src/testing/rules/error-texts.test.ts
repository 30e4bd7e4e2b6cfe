import { describe, expect, test } from "bun:test";
import type { z } from "zod";
import { GERMAN_REASONS } from "#client/lib/language/errors/german-reasons";
import { GERMAN_REASONS_INSIDE } from "#client/lib/language/errors/inside/german-reasons";
import { GERMAN_RULES } from "#client/lib/language/errors/german-rules";
import { appRouter } from "#server/features/router";
import { REASONS, type ReasonTexts } from "#server/kernel/reasons";
import { isRule, RULES } from "#shared/rules";
import { type ParamsOf, type Sentence, textOf } from "#shared/sentences";

/** Sample parameters for every sentence with parameters. If a sample is missing, the file does not compile. */
type Samples<Table> = {
  [Key in keyof Table as Table[Key] extends string ? never : Key]: NonNullable<
    ParamsOf<Table[Key]>[0]
  >[];
};

const issues = [
  { path: "name", rule: "NAME_REQUIRED", message: "Enter a name." },
] as const;
const max = 3;

const REASON_PARAMS: Samples<ReasonTexts> = {
  INVALID_INPUT: [{ issues }],
  CROSS_ORIGIN: [{ origin: "https://acme.test" }],
  HOST_NOT_ALLOWED: [{ origin: "https://acme.test" }],
  STALE: [{}, { organization: "Acme" }],
  PAYLOAD_TOO_LARGE: [{}, { maxKiB: 256 }],
  METHOD_NOT_SUPPORTED: [{}, { use: "GET /export" }],
  RATE_LIMITED: [
    { limit: "requests", seconds: 1 },
    { limit: "requests", seconds: 50 },
    { limit: "requests", seconds: 300 },
    { limit: "requests", seconds: 86_400 },
    { limit: "emailsToAddress" },
    { limit: "invitationsToAddress", perHour: 3 },
    { limit: "invitationsOfOrganization", perDay: 50, sending: 2 },
    { limit: "invitationsOfAccount", perDay: 100 },
    { limit: "invitationsOfNewAccount", perDay: 25, days: 7 },
    { limit: "livePagesOfBrowser" },
    { limit: "livePagesOfUser" },
  ],
  INVALID_CREDENTIALS: [{}, { proof: "password" }, { proof: "linkedAccount" }],
  SECOND_FACTOR_REQUIRED: [{}, { ownFirst: true }],
  VERIFICATION_INVALID: [{}, { otherBrowser: true }],
  API_KEY_LIMIT: [
    { max, owner: "member" },
    { max, owner: "serviceAccount" },
  ],
  PASSKEY_LIMIT: [{ max }],
  PERMISSION_DENIED: [
    { missing: ["project:create"] },
    { missing: ["member:update"], adminOnly: true },
  ],
  LAST_ADMIN: [{}, { organizations: ["Acme", "Umbra"] }],
  ROLE_NOT_FOUND: [{}, { issues }],
  ROLE_LIMIT: [{ max }],
  ROLE_IN_USE: [{}, { uses: 1 }, { uses: 200, isMore: true }],
  ROLE_NAME_TAKEN: [{}, { issues }],
  WRONG_ACCOUNT: [
    { email: "ana@acme.test", invited: "ben@acme.test" },
    { email: "ana@acme.test", domains: ["umbra.test", "acme.test"] },
  ],
  API_CALL_LIMIT: [{ limit: 10_000, resetsAt: "2026-12-01T00:00:00.000Z" }],
  LINK_LIMIT: [{ max }],
  DOMAIN_NOT_PROVEN: [{}, { record: "_tenantry-challenge.acme.test" }],
  DOMAIN_LIMIT: [{ max }],
};

const fields = ["email", "emails"];
const RULE_PARAMS: Samples<typeof RULES> = {
  INVALID_TYPE: [{ expected: "string" }],
  INVALID_FORMAT: [{ format: "datetime" }],
  NOT_AN_OPTION: [{ options: ["active", "archived"] }],
  TOO_SHORT: [{ min: 1 }, { min: 8 }],
  TOO_LONG: [{ max: 1 }, { max: 5000 }],
  TOO_LOW: [{ min: 1 }],
  TOO_HIGH: [{ max: 100 }],
  TOO_FEW: [{ min: 1 }],
  TOO_MANY: [{ max: 100 }],
  EXACTLY_ONE: [{ fields }],
  NOT_TOGETHER: [{ fields }],
  MALFORMED_REQUEST: [{ detail: "Input is too big for one request." }],
  EMAIL_CONFIRMATION: [{ email: "ana@acme.test" }],
  SLUG_CONFIRMATION: [{ slug: "acme" }],
  MEMBER_CANNOT_EDIT_PROJECTS: [{ name: "Ana" }],
  DOMAIN_PUBLIC: [{ domain: "gmail.com" }],
  DOMAIN_SHARED: [{ domain: "co.uk" }],
  SEATS_EXCEEDED: [{ seats: 1 }, { seats: 25 }],
  SEATS_NOT_IN_PLAN: [{ plan: "team", seats: 200 }],
  TOO_MANY_DAYS: [{ max: 366 }],
  IMAGE_FILE_TOO_LARGE: [{ maxKb: 180 }],
  IMAGE_TOO_SMALL: [{ side: 32 }],
  IMAGE_TOO_LARGE: [{ side: 4096, megapixels: 12 }],
};

const english: Record<string, Sentence> = {
  ...Object.fromEntries(
    Object.entries(REASONS).map(([reason, [, text]]) => [reason, text]),
  ),
  ...withPrefix(RULES),
};
const german: Record<string, Sentence> = {
  ...GERMAN_REASONS,
  ...GERMAN_REASONS_INSIDE,
  ...withPrefix(GERMAN_RULES),
};
const samples: Record<string, object[]> = {
  ...REASON_PARAMS,
  ...withPrefix(RULE_PARAMS),
};

/** Adds a prefix to the names of rules, because some rules and reasons have the same name. */
function withPrefix<T>(table: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [`rule ${name}`, value]),
  );
}

function textsOf(table: Record<string, Sentence>, name: string): string[] {
  const sentence = table[name] ?? "";
  return (samples[name] ?? [{}]).map((params) =>
    textOf(sentence, { ...params }),
  );
}

describe.each(Object.keys(english))("%s", (name) => {
  test("has an English and a German text for all of its parameters", () => {
    const texts = textsOf(english, name);
    const translations = textsOf(german, name);
    for (const text of [...texts, ...translations]) {
      expect(text).toMatch(/^\S.*\.$/s);
      expect(text).not.toMatch(/undefined|null|NaN|object Object/);
    }
    for (const text of texts) expect(translations).not.toContain(text);
  });
});

test("names are words in capitals", () => {
  const names = [...Object.keys(REASONS), ...Object.keys(RULES)];
  for (const name of names) expect(name).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

test("German has no text for a reason or a rule that no longer exists", () => {
  expect(Object.keys(german).toSorted()).toEqual(
    Object.keys(english).toSorted(),
  );
});

/** Collects all schemas and checks inside a zod schema into `seen`. */
function partsOf(value: unknown, seen: Set<object>): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const { _zod } = value as Partial<z.core.$ZodType>;
  for (const part of Object.values(_zod?.def ?? value)) partsOf(part, seen);
}

/** Returns the schema's or check's own message; undefined if it uses zod's default message. */
function messageOf(part: object): unknown {
  const { _zod } = part as Partial<z.core.$ZodType>;
  const message: unknown = _zod?.def?.error?.({} as never);
  return typeof message === "object" && message !== null && "message" in message
    ? message.message
    : message;
}

test("every message in the input of a procedure names a rule", () => {
  const seen = new Set<object>();
  const procedures: object[] = Object.values(appRouter._def.procedures);
  for (const procedure of procedures)
    partsOf((procedure as { _def?: { inputs?: unknown } })._def?.inputs, seen);
  const messages = [...seen].map(messageOf).filter(Boolean).map(String);
  expect(messages.length).toBeGreaterThan(50);
  expect(messages.filter((message) => !isRule(message))).toEqual([]);
});
