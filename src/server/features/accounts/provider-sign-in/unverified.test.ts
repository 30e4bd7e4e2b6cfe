import { beforeAll, beforeEach, expect, test } from "bun:test";
import { type Actor, type Answer } from "#testing/kit/actor";
import { addApp } from "#testing/kit/authenticator-app";
import { startDns } from "#testing/peers/dns";
import { completeProviderFlow } from "#testing/kit/oauth-flow";
import { startGitHub } from "#testing/peers/github";
import { ageLastSignIn } from "#testing/kit/sessions";
import { signedInUser } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

/**
 * Bob has left Acme, but his GitHub account still has his address at Acme. GitHub keeps this address verified, although
 * Bob can no longer read its mails.
 */
let admin: Actor;
let org: TestOrganization;
const dns = fixture(startDns);
const github = fixture(startGitHub);
const server = serverSuite(() => ({
  DNS_SERVERS: dns.address,
  ...github.environment,
}));
beforeAll(async () => {
  admin = await server.person("Admin");
  org = await server.organization(admin, "Acme");
  const domains = `/organizations/${org.slug}/domains`;
  const added = await admin.post<"domains.add">(domains, {
    domain: "acme-corp.com",
  });
  const { id, record } = expectStatus(added, 201).body;
  dns.answers.set(record.name, { records: [[record.value]] });
  expectStatus(await admin.post(`${domains}/${id}/verify`), 200);
  expectStatus(await admin.put(`${domains}/${id}`, { role: "member" }), 200);
});

let round = 0;
let email = "";
let login = "";
let bob: Actor;
beforeEach(async () => {
  email = `bob-${++round}@acme-corp.com`;
  login = `bob-${round}`;
  github.know({
    id: 4711 + round,
    login,
    emails: [{ email, primary: true, verified: true }],
  });
  bob = server.stranger();
  const entered = await completeProviderFlow(bob, "github", { as: login });
  const { body } = expectStatus(entered, 200);
  expect(body).toMatchObject({
    user: { email, emailVerified: false },
  });
  bob.id = signedInUser(body).id;
});

const organizationsOf = async (actor: Actor) =>
  (await actor.get<"organizations.list">("/organizations")).body.items;
const isVerified = async (actor: Actor) => (await actor.get("/auth/me")).body;

async function confirm(actor: Actor): Promise<Answer> {
  const token = await server.mailedToken(email, "change-email");
  return actor.post("/auth/change-email/confirm", { token });
}

function expectRefused(answer: Answer): void {
  expect(problemOf(expectStatus(answer, 403)).reason).toBe(
    "EMAIL_NOT_VERIFIED",
  );
}

async function inviteBob(role: string): Promise<string> {
  const invited = await admin.post(`/organizations/${org.slug}/invitations`, {
    email,
    role,
  });
  return String(expectStatus(invited, 201).body.id);
}

test("an account created through GitHub joins no organization by its domain before a mailed link is opened", async () => {
  expect(await organizationsOf(bob)).toEqual([]);
  const joinable = await bob.get("/auth/joinable-organizations");
  expect(joinable.body).toMatchObject({ items: [] });
  const { rows } = await server.db.client.execute("select id from domains");
  const id = String(rows[0]?.id);
  expectRefused(await bob.post(`/auth/joinable-organizations/${id}/join`));
  expect(await organizationsOf(bob)).toEqual([]);

  expectStatus(await confirm(bob), 200);
  expect(await isVerified(bob)).toMatchObject({ email, emailVerified: true });
  const joined = await bob.post(`/auth/joinable-organizations/${id}/join`);
  expectStatus(joined, 200);
});

test("an unverified user can neither accept nor decline an invitation to the address", async () => {
  const id = await inviteBob("admin");
  expectRefused(await bob.post(`/auth/invitations/${id}/accept`));
  expectRefused(await bob.post(`/auth/invitations/${id}/decline`));
  expect(await organizationsOf(bob)).toEqual([]);
  expectStatus(await confirm(bob), 200);
  expectStatus(await bob.post(`/auth/invitations/${id}/accept`), 200);
  expect(await organizationsOf(bob)).toMatchObject([{ role: "admin" }]);
});

test("the token of a mailed invitation verifies the address", async () => {
  await inviteBob("admin");
  const token = await server.mailedToken(email, "invite");
  expectStatus(await bob.post("/invitations/accept", { token }), 200);
  expect(await isVerified(bob)).toMatchObject({ emailVerified: true });
  expect(await organizationsOf(bob)).toMatchObject([{ role: "admin" }]);
});

test("an invitation link for a domain refuses an unverified address", async () => {
  const make = async (domains: string[]) => {
    const made = await admin.post<"links.create">(
      `/organizations/${org.slug}/invitation-links`,
      { role: "viewer", domains, expiresInDays: 1 },
    );
    const { url } = expectStatus(made, 201).body;
    return { token: /token=(.*)/.exec(url)?.[1] };
  };
  expectRefused(
    await bob.post("/invitation-links/join", await make(["acme-corp.com"])),
  );
  // A link without a required domain accepts an unverified address and does not verify it.
  expectStatus(await bob.post("/invitation-links/join", await make([])), 200);
  expect(await isVerified(bob)).toMatchObject({ emailVerified: false });
});

test("an unverified member can't become an admin, by role or by transfer", async () => {
  await server.db.client.execute({
    sql: "insert into memberships (org_id, id, user_id, role, joined_at) values (?, ?, ?, 'viewer', 1)",
    args: [org.id, `mem_${bob.id}`, bob.id],
  });
  const members = `/organizations/${org.slug}/members`;
  const refused = async (answer: Answer) =>
    expect(problemOf(expectStatus(answer, 409)).reason).toBe(
      "ADMIN_NOT_VERIFIED",
    );
  const role = "admin";
  await refused(await admin.put(`${members}/${bob.id}`, { role }));
  const bulk = { userIds: [bob.id], action: "changeRole", role };
  await refused(await admin.post(`${members}/bulk`, bulk));
  const transfer = `/organizations/${org.slug}/admin-transfer`;
  const offer = { userId: bob.id, roleAfter: "member" };
  expectStatus(await admin.post(transfer, offer), 201);
  await refused(await bob.post(`${transfer}/accept`));
  expect(await organizationsOf(bob)).toMatchObject([{ role: "viewer" }]);
  expectStatus(await confirm(bob), 200);
  expectStatus(await bob.post(`${transfer}/accept`), 200);
  expect(await organizationsOf(bob)).toMatchObject([{ role: "admin" }]);
  // Makes the first user the admin of Acme again for the next test.
  const back = { userId: admin.id, roleAfter: "viewer" };
  expectStatus(await bob.post(transfer, back), 201);
  expectStatus(await admin.post(`${transfer}/accept`), 200);
});

test("the verification link can be requested in the account, works only there, and once", async () => {
  const before = await server.mailedToken(email, "change-email");
  // The request only sends a verification link, so it needs no recent sign-in.
  await ageLastSignIn(server, bob);
  expectStatus(await bob.post("/auth/change-email", { email }), 202);
  const after = await server.mailedToken(email, "change-email");
  expect(after).not.toBe(before);
  const [mail] = await server.mailsTo(email);
  expect(mail?.subject).toBe("Confirm your email address");
  const open = (actor: Actor, token: string) =>
    actor.post("/auth/change-email/confirm", { token });
  expectStatus(await open(bob, before), 404);
  expect(problemOf(await open(server.stranger(), after)).reason).toBe(
    "SIGN_IN_FIRST",
  );
  expectStatus(await open(bob, after), 200);
  expectStatus(await open(bob, after), 404);
  expectStatus(await bob.post("/auth/change-email", { email }), 400);
});

test("a password reset by the owner of the mailbox ends the access of the creator of the account", async () => {
  const app = await addApp(server, bob);
  expect(app.nextCode()).toMatch(/^\d{6}$/);
  const owner = server.stranger();
  expectStatus(await owner.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const password = "the owner's long passphrase";
  const reset = await owner.post("/auth/reset-password", { token, password });
  expect(expectStatus(reset, 200).body).toMatchObject({
    user: { id: bob.id, emailVerified: true },
  });
  expectStatus(await bob.get("/auth/me"), 401);
  const again = server.stranger();
  const back = await completeProviderFlow(again, "github", { as: login });
  expect(problemOf(back).reason).toBe("ACCOUNT_EXISTS");
  expectStatus(await again.get("/auth/me"), 401);
  const { email: address } = { email };
  const entered = again.post("/auth/sign-in", { email: address, password });
  expectStatus(await entered, 200);
});

test("an unverified user can create an organization", async () => {
  const made = bob.post("/organizations", { name: `Bob's ${round}` });
  expectStatus(await made, 201);
});
