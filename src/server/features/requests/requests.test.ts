import { beforeEach, expect, test } from "bun:test";
import { BUCKETS } from "#server/kernel/rate-limits/buckets";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const DAY_MS = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ana = await server.person("Ana Costa");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "viewer", "Ben Okri");
});

const path = () => `/organizations/${org.slug}/access-requests`;
const ask = (by = ben, more: Record<string, string> = {}) =>
  by.post<"requests.create">(path(), {
    kind: "role",
    permission: "project:create",
    ...more,
  });
const resolve = (id: string, decision: Record<string, string>, by = ana) =>
  by.post(`${path()}/${id}/resolve`, decision);
const approve = (id: string, role = "member", by = ana) =>
  resolve(id, { decision: "approve", role, was: "viewer" }, by);

async function asked(by = ben, more: Record<string, string> = {}) {
  return expectStatus(await ask(by, more), 201).body;
}

async function listed(by: Actor) {
  const answer = await by.get<"requests.list">(path());
  return expectStatus(answer, 200).body.items;
}

const change = (sql: string, ...args: (string | number)[]) =>
  server.db.client.execute({ sql, args });

async function membershipOf(person: Actor) {
  const member = `/organizations/${org.slug}/members/${person.id}`;
  return expectStatus(await ana.get<"members.get">(member), 200).body;
}

test("a member asks for a role, an admin approves, and both get a mail", async () => {
  const request = await asked(ben, {
    message: "I plan the fair. See https://evil.example now.",
  });
  expect(request).toMatchObject({
    kind: "role",
    permission: "project:create",
    user: { id: ben.id, name: "Ben Okri" },
    role: "viewer",
    roleName: "Viewer",
  });
  expect(request.message).toStartWith("I plan the fair.");
  expect(request.message).not.toContain("evil");
  const [mail] = await server.mailsTo(ana.email);
  expect(mail?.subject).toBe("Ben Okri asks for more access in Acme");
  expect(mail?.text).toContain("I plan the fair.");
  expect(mail?.text).not.toContain("evil");
  expect(mail?.text).toContain(`/o/${org.slug}/people?tab=requests`);
  expect(await listed(ana)).toEqual([request]);

  expectStatus(await approve(request.id), 204);
  expect((await membershipOf(ben)).role).toBe("member");
  expect(await listed(ana)).toEqual([]);
  const [answer] = await server.mailsTo(ben.email);
  expect(answer?.subject).toBe("Your request in Acme was approved");
  expect(answer?.text).toContain("Your role in Acme is now Member.");
  expect(problemOf(await approve(request.id)).reason).toBe("NOT_FOUND");
});

test("a declined request changes no role, and the member gets a mail", async () => {
  const { id } = await asked();
  expectStatus(await resolve(id, { decision: "decline" }), 204);
  expect((await membershipOf(ben)).role).toBe("viewer");
  const [answer] = await server.mailsTo(ben.email);
  expect(answer?.subject).toBe("Your request in Acme was declined");
  expect(await listed(ben)).toEqual([]);
});

test("members see and withdraw only their own requests", async () => {
  const cleo = await server.join(ana, org, "viewer", "Cleo Hart");
  const { id } = await asked();
  const other = await asked(cleo);
  expect((await listed(ben)).map((request) => request.id)).toEqual([id]);
  expect((await listed(ana)).map((request) => request.id)).toEqual([
    other.id,
    id,
  ]);
  for (const by of [cleo, ana])
    expect(problemOf(await by.delete(`${path()}/${id}`)).reason).toBe(
      "NOT_FOUND",
    );
  expectStatus(await ben.delete(`${path()}/${id}`), 204);
  expect(await listed(ben)).toEqual([]);
});

test("a request is refused when the role includes the permission, or the member has a seat", async () => {
  for (const by of [ana, await server.join(ana, org, "member")])
    expect(problemOf(await ask(by)).reason).toBe("REQUEST_NOT_NEEDED");
  const seat = await ben.post(path(), { kind: "seat" });
  expect(problemOf(seat).reason).toBe("REQUEST_NOT_NEEDED");
  const { issues } = problemOf(await ben.post(path(), { kind: "role" }));
  expect(issues?.[0]).toMatchObject({
    path: "permission",
    rule: "PERMISSION_REQUIRED",
  });
  expect(await listed(ana)).toEqual([]);
});

test("a member has one open request of each kind, until it expires after 30 days", async () => {
  const { id } = await asked();
  expect(problemOf(await ask()).reason).toBe("REQUEST_OPEN");
  await change(
    "update access_requests set expires_at = expires_at - ? where id = ?",
    30 * DAY_MS,
    id,
  );
  expect(await listed(ana)).toEqual([]);
  expect(problemOf(await approve(id)).reason).toBe("NOT_FOUND");
  expect(problemOf(await ben.delete(`${path()}/${id}`)).reason).toBe(
    "NOT_FOUND",
  );
  const again = await asked();
  expect(await listed(ana)).toEqual([again]);
});

test("only members who can change roles resolve a request, and they give only what they hold", async () => {
  const { body: role } = expectStatus(
    await ana.post<"roles.create">(`/organizations/${org.slug}/roles`, {
      name: "People lead",
      basedOn: "viewer",
      permissions: ["organization:read", "member:read", "member:update"],
    }),
    201,
  );
  const lead = await server.join(ana, org, role.id, "Lee Roe");
  const { id } = await asked();
  const denied = await approve(id, "member", ben);
  expect(problemOf(denied).params).toMatchObject({
    missing: ["member:update"],
  });
  expect(problemOf(await approve(id, "admin", lead)).reason).toBe(
    "PERMISSION_DENIED",
  );
  expect((await membershipOf(ben)).role).toBe("viewer");
  expect(await listed(ana)).toHaveLength(1);
  expectStatus(await resolve(id, { decision: "decline" }, lead), 204);
});

test("the approved role includes the permission, and replaces the role that the admin saw", async () => {
  const { id } = await asked(ben, { permission: "audit:read" });
  const { issues } = problemOf(await approve(id, "member"));
  expect(issues?.[0]).toMatchObject({
    path: "role",
    rule: "ROLE_LACKS_PERMISSION",
  });
  const stale = { decision: "approve", role: "admin", was: "member" };
  expect(problemOf(await resolve(id, stale)).reason).toBe("STALE");
  expect((await membershipOf(ben)).role).toBe("viewer");
  expectStatus(await approve(id, "admin"), 204);
});

test("a read-only member asks for a seat, and an admin gives it", async () => {
  const cleo = await server.join(ana, org, "member", "Cleo Hart");
  await change("update organizations set seats = 2 where id = ?", org.id);
  expect((await membershipOf(cleo)).isFrozen).toBe(true);
  const { id } = await asked(cleo, { kind: "seat" });
  expectStatus(await resolve(id, { decision: "approve" }), 204);
  expect(await membershipOf(cleo)).toMatchObject({
    isFrozen: false,
    keepsSeat: true,
  });
  expect((await membershipOf(ben)).isFrozen).toBe(true);
  const [answer] = await server.mailsTo(cleo.email);
  expect(answer?.text).toContain("You have a seat in Acme");
});

test("a seat is not given when none is left for the member", async () => {
  await change("update organizations set seats = 1 where id = ?", org.id);
  const { id } = await asked(ben, { kind: "seat" });
  const refused = await resolve(id, { decision: "approve" });
  expect(problemOf(refused).reason).toBe("SEAT_LIMIT");
  expect((await membershipOf(ben)).keepsSeat).toBe(false);
  expect(await listed(ana)).toHaveLength(1);
});

test("giving a seat needs the permission to choose seats", async () => {
  const { body: role } = expectStatus(
    await ana.post<"roles.create">(`/organizations/${org.slug}/roles`, {
      name: "People lead",
      basedOn: "viewer",
      permissions: ["organization:read", "member:read", "member:update"],
    }),
    201,
  );
  const lead = await server.join(ana, org, role.id, "Lee Roe");
  const cleo = await server.join(ana, org, "member", "Cleo Hart");
  await change("update organizations set seats = 3 where id = ?", org.id);
  const { id } = await asked(cleo, { kind: "seat" });
  const refused = await resolve(id, { decision: "approve" }, lead);
  expect(problemOf(refused).params).toMatchObject({
    missing: ["billing:manage"],
  });
  expect((await membershipOf(cleo)).isFrozen).toBe(true);
});

test("requests of one user are limited, also those that were withdrawn", async () => {
  const { limits } = server.services.deps;
  const { rateLimitFactor } = server.config;
  const left = BUCKETS.accessRequest[0] * rateLimitFactor - 1;
  await limits.consume("accessRequest", ben.id, left);
  const { id } = await asked();
  expectStatus(await ben.delete(`${path()}/${id}`), 204);
  expect(problemOf(await ask()).reason).toBe("RATE_LIMITED");
  expect(await listed(ana)).toEqual([]);
});

test("the audit log records requests without the message", async () => {
  const { id } = await asked(ben, { message: "A private word" });
  expectStatus(await approve(id), 204);
  const log = await ana.get<"audit.list">(
    `/organizations/${org.slug}/audit-log`,
  );
  const { items } = expectStatus(log, 200).body;
  expect(items.map(({ action }) => action).slice(0, 2)).toEqual([
    "requests.resolve",
    "requests.create",
  ]);
  expect(JSON.stringify(items)).not.toContain("A private word");
});
