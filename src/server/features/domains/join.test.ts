import { beforeEach, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { startDns } from "#testing/peers/dns";
import { signedInUser } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Domain } from "./schemas";

let admin: Actor;
let org: TestOrganization;
let domain: Domain;
let count = 0;
const dns = fixture(startDns);
const server = serverSuite(() => ({ DNS_SERVERS: dns.address }));
beforeEach(async () => {
  admin = await server.person();
  org = await server.organization(admin);
  const name = `company-${++count}.test`;
  const added = await admin.post<"domains.add">(
    `/organizations/${org.slug}/domains`,
    {
      domain: name,
    },
  );
  domain = expectStatus(added, 201).body;
  dns.answers.set(domain.record.name, { records: [[domain.record.value]] });
});

const path = () => `/organizations/${org.slug}/domains/${domain.id}`;

async function prove() {
  expectStatus(await admin.post(`${path()}/verify`), 200);
}

async function open(role: string | null = "member") {
  await prove();
  expectStatus(await admin.put(path(), { role }), 200);
}

/** Creates a person who has an email address at the domain and has not signed up. */
function newcomer(at = domain.domain) {
  return new Actor(server, "Nina New", `nina-${++count}@${at}`);
}

async function signUp(actor: Actor): Promise<Actor> {
  const { name, email, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await server.mailedToken(email, "verify");
  const { body } = expectStatus(
    await actor.post<"auth.verifyEmail">("/auth/verify-email", { token }),
    200,
  );
  actor.id = signedInUser(body).id;
  return actor;
}

async function joinable(actor: Actor) {
  const { body } = expectStatus(
    await actor.get("/auth/joinable-organizations"),
    200,
  );
  return body.items;
}

const join = (actor: Actor) =>
  actor.post(`/auth/joinable-organizations/${domain.id}/join`);

async function roleOf(actor: Actor): Promise<string | undefined> {
  const { rows } = await server.db.client.execute({
    sql: "select role from memberships where org_id = ? and user_id = ?",
    args: [org.id, actor.id],
  });
  return rows[0]?.role === undefined ? undefined : String(rows[0].role);
}

async function lastEvent() {
  const { rows } = await server.db.client.execute({
    sql: "select action, actor_kind, actor_id from audit_log where org_id = ? order by seq desc limit 1",
    args: [org.id],
  });
  return { ...rows[0] };
}

test("a new user with a confirmed email address at the domain becomes a member, with an audit event", async () => {
  await open("viewer");
  const nina = await signUp(newcomer());
  expect(await roleOf(nina)).toBe("viewer");
  expectStatus(await nina.get(`/organizations/${org.slug}/projects`), 200);
  expect(await lastEvent()).toEqual({
    action: "auth.verifyEmail",
    actor_kind: "user",
    actor_id: nina.id,
  });
  expect(await joinable(nina)).toEqual([]);
});

test("a user cannot join before their email address is confirmed", async () => {
  await open();
  const { name, email, password } = newcomer();
  const answer = await server
    .stranger()
    .post("/auth/sign-up", { name, email, password });
  expectStatus(answer, 202);
  expect(answer.text).not.toContain(org.name);
  const { rows } = await server.db.client.execute({
    sql: "select 1 from memberships where org_id = ?",
    args: [org.id],
  });
  expect(rows).toHaveLength(1);
});

test("a user cannot join by a domain that is not verified or has no role", async () => {
  const early = await signUp(newcomer());
  expect(await roleOf(early)).toBeUndefined();
  expectStatus(await admin.put(path(), { role: "member" }), 200);
  const unconfirmed = await signUp(newcomer());
  expect(await roleOf(unconfirmed)).toBeUndefined();
  expect(await joinable(unconfirmed)).toEqual([]);
  await open(null);
  const closed = await signUp(newcomer());
  expect(await roleOf(closed)).toBeUndefined();
  expect(await joinable(closed)).toEqual([]);
  expect(problemOf(await join(closed)).reason).toBe("NOT_FOUND");
});

test("a subdomain or a domain with the same ending does not match", async () => {
  await open();
  for (const at of [`eng.${domain.domain}`, `not-${domain.domain}`]) {
    const other = await signUp(newcomer(at));
    expect(await roleOf(other)).toBeUndefined();
    expect(await joinable(other)).toEqual([]);
  }
});

test("an existing user can join", async () => {
  const nina = await signUp(newcomer());
  await open();
  expect(await roleOf(nina)).toBeUndefined();
  expect(await joinable(nina)).toEqual([
    {
      id: domain.id,
      organization: { name: org.name, logoUrl: null },
      domain: domain.domain,
      role: "member",
      roleName: "Member",
    },
  ]);
  const { body } = expectStatus(await join(nina), 200);
  expect(body).toMatchObject({
    userId: nina.id,
    role: "member",
    organization: { id: org.id, slug: org.slug },
  });
  expect(await lastEvent()).toEqual({
    action: "domains.join",
    actor_kind: "user",
    actor_id: nina.id,
  });
  expect(problemOf(await join(nina)).reason).toBe("NOT_FOUND");
});

test("a user with an email address at another domain sees nothing", async () => {
  await open();
  const stranger = await server.person();
  expect(await joinable(stranger)).toEqual([]);
  expect(problemOf(await join(stranger)).reason).toBe("NOT_FOUND");
  expect(await roleOf(stranger)).toBeUndefined();
});

test("a changed email address counts once it is confirmed, and the old one no longer does", async () => {
  await open();
  const person = await server.person();
  const email = `moved-${++count}@${domain.domain}`;
  expectStatus(await person.post("/auth/change-email", { email }), 202);
  expect(await joinable(person)).toEqual([]);
  const token = await server.mailedToken(email, "change-email");
  expectStatus(await person.post("/auth/change-email/confirm", { token }), 200);
  expect(await joinable(person)).toHaveLength(1);
  const back = `gone-${++count}@example.com`;
  expectStatus(await person.post("/auth/change-email", { email: back }), 202);
  const other = await server.mailedToken(back, "change-email");
  expectStatus(
    await person.post("/auth/change-email/confirm", { token: other }),
    200,
  );
  expect(problemOf(await join(person)).reason).toBe("NOT_FOUND");
});

test("a removed member cannot come back by the domain", async () => {
  await open();
  const nina = await signUp(newcomer());
  await server.db.client.batch([
    { sql: "delete from memberships where user_id = ?", args: [nina.id] },
    {
      sql: "insert or ignore into former_members (org_id, id, user_id, removed_at) values (?, 'fmr_1', ?, 0)",
      args: [org.id, nina.id],
    },
  ]);
  expect(await joinable(nina)).toEqual([]);
  expect(problemOf(await join(nina)).reason).toBe("NOT_FOUND");
});

test("a suspended member cannot join again", async () => {
  await open();
  const nina = await signUp(newcomer());
  await server.db.client.execute({
    sql: "update memberships set suspended_at = 1 where user_id = ?",
    args: [nina.id],
  });
  expect(await joinable(nina)).toEqual([]);
  expect(problemOf(await join(nina)).reason).toBe("NOT_FOUND");
});

test("no one can join a deleted organization", async () => {
  await open();
  const nina = await signUp(newcomer("elsewhere.test"));
  expectStatus(
    await admin.delete(`/organizations/${org.slug}?confirm=${org.slug}`),
    204,
  );
  expect(await roleOf(await signUp(newcomer()))).toBeUndefined();
  expect(await joinable(nina)).toEqual([]);
});

test("a pending invitation takes precedence over the domain", async () => {
  await open("viewer");
  const nina = newcomer();
  const { token } = await server.invite(admin, org, nina.email, "member");
  const { name, email, password } = nina;
  const answer = await nina.post<"auth.signUp">("/auth/sign-up", {
    name,
    email,
    password,
    invitationToken: token,
  });
  nina.id = signedInUser(expectStatus(answer, 201).body).id;
  expect(await roleOf(nina)).toBeUndefined();
  expectStatus(await nina.post("/invitations/accept", { token }), 200);
  expect(await roleOf(nina)).toBe("member");
});

test("without a free seat the account is created, and the user can join later", async () => {
  await open();
  const seats = (number: number) =>
    server.db.client.execute({
      sql: "update organizations set seats = ? where id = ?",
      args: [number, org.id],
    });
  await seats(2);
  await server.invite(admin, org, "kept@example.com", "viewer");
  const nina = await signUp(newcomer());
  expect(await roleOf(nina)).toBeUndefined();
  expect(problemOf(await join(nina)).reason).toBe("SEAT_LIMIT");
  await seats(3);
  expectStatus(await join(nina), 200);
});
