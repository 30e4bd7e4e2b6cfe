import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { newId } from "#shared/id";
import { problemOf } from "#testing/kit/problem";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
});
beforeEach(async () => {
  org = await server.organization(ana);
});

const path = () => `/organizations/${org.slug}/invitation-links`;
type Wanted = Partial<{
  role: string;
  maxUses: number | null;
  domains: string[];
  expiresInDays: number;
}>;

async function make(wanted: Wanted = {}, maker = ana) {
  const body = { role: "member", ...wanted };
  const answer = expectStatus(
    await maker.post<"links.create">(path(), body),
    201,
  );
  const link = answer.body;
  return { ...link, token: new URL(link.url).hash.slice("#token=".length) };
}

const join = (person: Actor, token: string) =>
  person.post("/invitation-links/join", { token });
const list = async () =>
  expectStatus(await ana.get<"links.list">(path()), 200).body.items;
const reason = (answer: Answer) => [answer.status, problemOf(answer).reason];
const INVALID = [404, "INVITATION_INVALID"];
const memberPath = (person: Actor) =>
  `/organizations/${org.slug}/members/${person.id}`;

test("a link shows its organization, adds a user once, and its URL is returned only once", async () => {
  const link = await make({ maxUses: 2 });
  expect(link.url).toStartWith(`${server.url.origin}/join#token=`);
  const preview = await server
    .stranger()
    .post("/invitation-links/preview", { token: link.token });
  expect<unknown>(expectStatus(preview, 200).body).toMatchObject({
    organization: { name: org.name },
    role: "member",
    invitedBy: "Ana",
    domains: [],
  });
  for (const _ of ["once", "and again"]) {
    const joined = expectStatus(await join(ben, link.token), 200);
    expect<unknown>(joined.body).toMatchObject({
      role: "member",
      organization: { slug: org.slug },
    });
  }
  expect(await list()).toMatchObject([{ uses: 1, maxUses: 2, status: "live" }]);
  expect(JSON.stringify(await list())).not.toContain(link.token);
  const { rows } = await server.db.client.execute(
    "select * from invitation_links",
  );
  expect(JSON.stringify(rows)).not.toContain(link.token);
});

describe("a user cannot join by a link", () => {
  test("that is revoked, expired or full", async () => {
    const revoked = await make();
    expectStatus(await ana.delete(`${path()}/${revoked.id}`), 204);
    expect(reason(await ana.delete(`${path()}/${revoked.id}`))).toEqual([
      404,
      "NOT_FOUND",
    ]);
    const full = await make({ maxUses: 1 });
    expectStatus(await join(await server.person(), full.token), 200);
    const old = await make({ expiresInDays: 1 });
    await server.db.client.execute({
      sql: "update invitation_links set expires_at = ? where id = ?",
      args: [Date.now() - DAY, old.id],
    });
    for (const token of [
      revoked.token,
      full.token,
      old.token,
      "nobody-made-it",
    ])
      for (const answer of [
        join(ben, token),
        ben.post("/invitation-links/preview", { token }),
      ])
        expect(reason(await answer)).toEqual(INVALID);
    expect((await list()).map(({ status }) => status)).toEqual([
      "expired",
      "full",
    ]);
  });

  test("whose creator can no longer invite", async () => {
    const eve = await server.join(ana, org, "admin");
    const link = await make({}, eve);
    expectStatus(await ana.put(memberPath(eve), { role: "member" }), 200);
    expect(reason(await join(ben, link.token))).toEqual(INVALID);
    expect(await list()).toMatchObject([{ status: "void" }]);
    expectStatus(await ana.put(memberPath(eve), { role: "admin" }), 200);
    expectStatus(await ana.post(`${memberPath(eve)}/suspend`), 200);
    expect(reason(await join(ben, link.token))).toEqual(INVALID);
    expectStatus(await ana.post(`${memberPath(eve)}/reactivate`), 200);
    expectStatus(await join(ben, link.token), 200);
  });

  test("with an email address of another domain", async () => {
    const link = await make({ domains: ["ACME.test"] });
    expect(link.domains).toEqual(["acme.test"]);
    const answer = await join(ben, link.token);
    expect(reason(answer)).toEqual([403, "WRONG_ACCOUNT"]);
    expect(problemOf(answer).message).toContain("acme.test");
    const fits = await make({ domains: ["acme.test", "example.com"] });
    expectStatus(await join(ben, fits.token), 200);
  });

  test("after being removed or suspended", async () => {
    const link = await make();
    const eve = await server.join(ana, org, "member");
    expectStatus(await ana.post(`${memberPath(eve)}/suspend`), 200);
    expect(reason(await join(eve, link.token))).toEqual([
      403,
      "MEMBERSHIP_SUSPENDED",
    ]);
    expectStatus(await ana.delete(memberPath(eve)), 204);
    expect(reason(await join(eve, link.token))).toEqual(INVALID);
  });

  test("without a free seat", async () => {
    const link = await make();
    await server.db.client.execute({
      sql: "update organizations set seats = 1 where id = ?",
      args: [org.id],
    });
    expect(reason(await join(ben, link.token))).toEqual([402, "SEAT_LIMIT"]);
    expect(await list()).toMatchObject([{ uses: 0 }]);
  });

  test("of a deleted organization", async () => {
    const link = await make();
    const gone = `/organizations/${org.slug}?confirm=${org.slug}`;
    expectStatus(await ana.delete(gone), 204);
    expect(reason(await join(ben, link.token))).toEqual(INVALID);
  });
});

describe("a link cannot be created", () => {
  test("with the admin role, or with permissions that the caller lacks", async () => {
    const role = { name: "Host", basedOn: "viewer" };
    const permissions = ["invitation:create", "organization:read"];
    const made = await ana.post(`/organizations/${org.slug}/roles`, {
      ...role,
      permissions,
    });
    const id = String(expectStatus(made, 201).body.id);
    const eve = await server.join(ana, org, "viewer");
    expectStatus(await ana.put(memberPath(eve), { role: id }), 200);
    const above = await eve.post(path(), { role: "member" });
    expect(reason(above)).toEqual([403, "PERMISSION_DENIED"]);
    await make({ role: id }, eve);
    for (const maker of [ana, eve])
      expect(reason(await maker.post(path(), { role: "admin" }))).toEqual([
        400,
        "INVALID_INPUT",
      ]);
  });

  test("with an unknown role, or beyond twenty working links", async () => {
    expect(reason(await ana.post(path(), { role: newId("role") }))).toEqual([
      400,
      "ROLE_NOT_FOUND",
    ]);
    const [first] = await Promise.all(Array.from({ length: 20 }, () => make()));
    expect(reason(await ana.post(path(), { role: "viewer" }))).toEqual([
      409,
      "LINK_LIMIT",
    ]);
    expectStatus(await ana.delete(`${path()}/${first?.id}`), 204);
    await make();
  });
});

test("a link whose role is replaced by admin stops working", async () => {
  const made = await ana.post(`/organizations/${org.slug}/roles`, {
    name: "Helper",
    basedOn: "viewer",
    permissions: ["project:read"],
  });
  const id = String(expectStatus(made, 201).body.id);
  const [one, other] = [await make({ role: id }), await make()];
  const replaced = `/organizations/${org.slug}/roles/${id}?replacement=admin`;
  expectStatus(await ana.delete(replaced), 204);
  expect(reason(await join(ben, one.token))).toEqual(INVALID);
  expectStatus(await join(ben, other.token), 200);
});
