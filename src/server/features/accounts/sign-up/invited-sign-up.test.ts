import { beforeAll, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();
let admin: Actor;
let org: TestOrganization;
beforeAll(async () => {
  admin = await server.person("Admin");
  org = await server.organization(admin);
});

let guests = 0;

function guest(): Actor {
  return new Actor(server, "Guest", `guest-${++guests}@example.com`);
}

function signUp({ name, email, password }: Actor, invitationToken: string) {
  const fields = { name, email, password, invitationToken };
  return server.stranger().post("/auth/sign-up", fields);
}

async function users(email: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from users where email = ?",
    args: [email],
  });
  return Number(rows[0]?.[0]);
}

test("an invited user is signed in without another mail and without an organization", async () => {
  const actor = guest();
  const { token } = await server.invite(admin, org, actor.email, "viewer");
  const answer = await actor.post("/auth/sign-up", {
    name: actor.name,
    email: actor.email.toUpperCase(),
    password: actor.password,
    invitationToken: token,
  });
  expectStatus(answer, 201);
  expect(answer.body.user).toMatchObject({ email: actor.email });
  expect(await server.mailsTo(actor.email)).toHaveLength(1);
  const { body } = expectStatus(await actor.get("/auth/context"), 200);
  expect(body.organizations).toEqual([]);
  expectStatus(await actor.post("/invitations/accept", { token }), 200);
});

test("an invitation to another address does not verify this one", async () => {
  const invited = guest();
  const { token } = await server.invite(admin, org, invited.email, "member");
  const other = guest();
  expectStatus(await signUp(other, token), 202);
  expect(await users(other.email)).toBe(0);
  expect(await server.mailsTo(other.email)).toHaveLength(1);
});

test("a sign-up with an invalid invitation is an ordinary one", async () => {
  const actor = guest();
  const { id, token } = await server.invite(admin, org, actor.email, "member");
  expectStatus(
    await admin.delete(`/organizations/${org.slug}/invitations/${id}`),
    204,
  );
  expectStatus(await signUp(actor, token), 202);
  expectStatus(await signUp(guest(), "no-such-token"), 202);
  expect(await users(actor.email)).toBe(0);
});

test("an invitation does not set the password of an existing account", async () => {
  const known = await server.person();
  const { token } = await server.invite(admin, org, known.email, "member");
  const taker = new Actor(
    server,
    "Taker",
    known.email,
    "the taker's passphrase",
  );
  expectStatus(await signUp(taker, token), 202);
  // The response is the same as for a pending sign-up of a new address, so it does not reveal the account.
  expectStatus(await taker.signIn(), 403);
  expectStatus(await known.otherBrowser().signIn(), 200);
  expect(await users(known.email)).toBe(1);
});

test("an invited sign-up ends pending sign-ups of the address", async () => {
  const actor = guest();
  const early = new Actor(server, "Early", actor.email, "an early passphrase");
  const { name, email, password } = early;
  expectStatus(
    await early.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const pending = await server.mailedToken(email);
  const { token } = await server.invite(admin, org, email, "member");
  expectStatus(await signUp(actor, token), 201);
  expectStatus(await early.post("/auth/verify-email", { token: pending }), 404);
  expectStatus(await early.signIn(), 401);
  expectStatus(await actor.signIn(), 200);
});
