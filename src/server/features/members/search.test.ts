import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const NAMES = {
  jurgen: "Jürgen Äbler",
  decomposed: "Jo\u0308rg",
  odysseus: "ΟΔΥΣΣΕΎΣ",
  olga: "Ольга",
  ibrahim: "İbrahim Işık",
  strauss: "Strauß",
  odd: "50 % *[a]? ^-_]",
};

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
const emails = new Map<string, string>();
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
  for (const name of Object.values(NAMES)) {
    const { email } = await server.join(ana, org, "member", name);
    emails.set(name, email);
  }
});

async function found(q: string, more = ""): Promise<string[]> {
  const query = `?q=${encodeURIComponent(q)}${more}`;
  const { body } = expectStatus(
    await ana.get<"members.list">(`/organizations/${org.slug}/members${query}`),
    200,
  );
  return body.items.map(({ name }) => name);
}

test.each([
  ["jürgen äb", NAMES.jurgen],
  ["JÜRGEN ÄB", NAMES.jurgen],
  ["ju\u0308rgen", NAMES.jurgen],
  ["jörg", NAMES.decomposed],
  ["JO\u0308RG", NAMES.decomposed],
  ["οδυσσεύς", NAMES.odysseus],
  ["ολγα", undefined],
  ["ОЛЬГА", NAMES.olga],
  ["ibrahim ışık", NAMES.ibrahim],
  ["STRAUẞ", NAMES.strauss],
  ["  ольга  ", NAMES.olga],
])("%p finds %p", async (q, name) => {
  expect(await found(q)).toEqual(name === undefined ? [] : [name]);
});

test.each(["*[a]", "]? ^", "%", "[a]", "?", "^-", "]", "-_]", "*"])(
  "%p finds only names that contain it literally",
  async (q) => {
    expect(await found(q)).toEqual([NAMES.odd]);
  },
);

test.each([
  "[a-z]",
  "[^x]",
  "j?rgen",
  "j*n",
  "'; drop table users; --",
  "_",
  "ж",
])("%p is not a pattern", async (q) => {
  const exact = Object.values(NAMES).filter((name) => name.includes(q));
  expect(await found(q)).toEqual(exact);
});

test("an email address is found in upper and lower case", async () => {
  const email = emails.get(NAMES.olga) ?? "";
  expect(await found(email.toUpperCase())).toEqual([NAMES.olga]);
  expect(await found(email.slice(0, 8))).toContain(NAMES.olga);
});

test("an empty search finds all members", async () => {
  const everyone = ["Ana", ...Object.values(NAMES)];
  expect(await found("")).toEqual(everyone);
  expect(await found("   ")).toEqual(everyone);
});

test("a search can be combined with a role", async () => {
  expect(await found("ol", "&role=admin")).toEqual([]);
  expect(await found("ОЛ", "&role=member")).toEqual([NAMES.olga]);
  expect(await found("an", "&role=admin")).toEqual(["Ana"]);
});

test("a search can have 200 characters and no more", async () => {
  expect(await found("Ä".repeat(200))).toEqual([]);
  const q = "ä".repeat(201);
  const path = `/organizations/${org.slug}/members?q=${encodeURIComponent(q)}`;
  expectStatus(await ana.get(path), 400);
});
