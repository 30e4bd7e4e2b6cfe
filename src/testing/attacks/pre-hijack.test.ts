import { beforeAll, beforeEach, expect, test } from "bun:test";
import { Actor, type Answer } from "../kit/actor";
import { startDns } from "../peers/dns";
import { expectStatus, type TestOrganization } from "../kit/server";
import { fixture, serverSuite } from "../kit/suite";
import { problemOf } from "../kit/problem";

/**
 * Mallory signs up with the address of Vera, a new colleague, before Vera signs up. Vera may open the link of Mallory's
 * sign-up, but Mallory must get neither the account nor access through the domain or an invitation.
 */
let org: TestOrganization;
let admin: Actor;
let mallory: Actor;
let vera: Actor;
const dns = fixture(startDns);
const server = serverSuite(() => ({ DNS_SERVERS: dns.address }));
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

let hires = 0;
beforeEach(async () => {
  const address = `new.hire-${++hires}@acme-corp.com`;
  mallory = new Actor(server, "Mallory", address, "mallory chose this one");
  vera = new Actor(server, "Vera", address, "vera chose that one, long");
  expectStatus(await signUp(mallory), 202);
});

function signUp(actor: Actor): Promise<Answer> {
  const { name, email, password } = actor;
  return actor.post("/auth/sign-up", { name, email, password });
}

function open(actor: Actor, token: string): Promise<Answer> {
  return actor.post("/auth/verify-email", { token });
}

async function namesInAcme(): Promise<string[]> {
  const { body } = await admin.get<"members.list">(
    `/organizations/${org.slug}/members`,
  );
  return body.items.map(({ name }) => name);
}

async function expectMalloryIsOut(status: 401 | 403): Promise<void> {
  expectStatus(await mallory.signIn(), status);
  expectStatus(await mallory.get("/auth/me"), 401);
  expectStatus(await mallory.get(`/organizations/${org.slug}/members`), 401);
  expect(await namesInAcme()).not.toContain("Mallory");
}

test("the owner who opens a stranger's link in her browser gets the account of her own sign-up", async () => {
  const strangers = await server.mailedToken(vera.email, "verify");
  expectStatus(await signUp(vera), 202);
  const { body } = expectStatus(await open(vera, strangers), 200);
  expect(body.user).toMatchObject({ name: "Vera" });
  await expectMalloryIsOut(401);
  expect(await namesInAcme()).toContain("Vera");
  expectStatus(await vera.otherBrowser().signIn(), 200);
});

test("the owner who never signed up opens a stranger's link and chooses name and password", async () => {
  const token = await server.mailedToken(vera.email, "verify");
  expect(expectStatus(await open(vera, token), 200).text).toBe('{"user":null}');
  await expectMalloryIsOut(403);
  const { password } = vera;
  const choice = { token, name: "Vera", password };
  const chosen = await vera.post("/auth/verify-email/password", choice);
  expectStatus(chosen, 200);
  await expectMalloryIsOut(401);
  expectStatus(await vera.get(`/organizations/${org.slug}/members`), 200);
});

test("a stranger's link opened by the owner gives the stranger no access by domain or invitation", async () => {
  const token = await server.mailedToken(vera.email, "verify");
  const boss = await server.person("Boss");
  const other = await server.organization(boss, "Globex");
  await server.invite(boss, other, vera.email, "admin");
  expectStatus(await open(vera, token), 200);
  // Vera's own password is not valid, because the opened link belongs to Mallory's sign-up.
  expectStatus(await vera.signIn(), 401);
  const refused = expectStatus(await mallory.signIn(), 403);
  expect(problemOf(refused).reason).toBe("EMAIL_NOT_VERIFIED");
  expectStatus(await mallory.get("/auth/invitations"), 401);
  const { rows } = await server.db.client.execute({
    sql: "select 1 from users where email = ?",
    args: [vera.email],
  });
  expect(rows).toEqual([]);
});

test("the owner can finish in her own browser after opening her link in another one", async () => {
  expectStatus(await signUp(vera), 202);
  const token = await server.mailedToken(vera.email, "verify");
  const phone = vera.otherBrowser();
  expect((await open(phone, token)).text).toBe('{"user":null}');
  await expectMalloryIsOut(403);
  expectStatus(await phone.signIn(), 200);
  expect(await namesInAcme()).toContain("Vera");
  expectStatus(await vera.signIn(), 200);
  await expectMalloryIsOut(401);
});
