import { beforeEach, describe, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { openTestDatabase } from "#testing/kit/database";
import { migrateNewDatabase } from "#testing/kit/template";
import { startDns } from "#testing/peers/dns";
import { signedInUser } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Domain } from "#server/features/domains/schemas";
import { hashAddress } from "./hash-address";

let admin: Actor;
let org: TestOrganization;
let domain: Domain;
let link: string;
let count = 0;
const dns = fixture(startDns);
const server = serverSuite(() => ({ DNS_SERVERS: dns.address }));

const home = () => `/organizations/${org.slug}`;
const memberPath = ({ id }: Actor) => `${home()}/members/${id}`;

/** Each test starts with an organization that has a verified domain and an invitation link. */
beforeEach(async () => {
  admin = await server.person();
  org = await server.organization(admin);
  const name = `company-${++count}.test`;
  const added = await admin.post<"domains.add">(`${home()}/domains`, {
    domain: name,
  });
  domain = expectStatus(added, 201).body;
  dns.answers.set(domain.record.name, { records: [[domain.record.value]] });
  const path = `${home()}/domains/${domain.id}`;
  expectStatus(await admin.post(`${path}/verify`), 200);
  expectStatus(await admin.put(path, { role: "member" }), 200);
  const made = await admin.post<"links.create">(`${home()}/invitation-links`, {
    role: "member",
  });
  const { url } = expectStatus(made, 201).body;
  link = new URL(url).hash.slice("#token=".length);
});

const addressHere = (name: string) => `${name}-${++count}@${domain.domain}`;

async function signUp(email: string): Promise<Actor> {
  const actor = new Actor(server, "Eve", email);
  const { name, password } = actor;
  const asked = await actor.post("/auth/sign-up", { name, email, password });
  expectStatus(asked, 202);
  const token = await server.mailedToken(email, "verify");
  const { body } = expectStatus(
    await actor.post<"auth.verifyEmail">("/auth/verify-email", { token }),
    200,
  );
  actor.id = signedInUser(body).id;
  return actor;
}

async function isMember(actor: Actor): Promise<boolean> {
  const { status } = await actor.get(home());
  return status === 200;
}

async function remembered(): Promise<Record<string, unknown>[]> {
  const { rows } = await server.db.client.execute({
    sql: "select user_id, address_hash from former_members where org_id = ? order by id",
    args: [org.id],
  });
  return rows.map((row) => ({ ...row }));
}

const remove = async (eve: Actor) =>
  expectStatus(await admin.delete(memberPath(eve)), 204);
const suspend = async (eve: Actor) =>
  expectStatus(await admin.post(`${memberPath(eve)}/suspend`), 200);

async function emailOf(eve: Actor): Promise<string> {
  const { body } = expectStatus(await eve.get("/auth/me"), 200);
  return String(body.email);
}

async function deleteAccount(eve: Actor) {
  const confirm = encodeURIComponent(await emailOf(eve));
  expectStatus(await eve.delete(`/auth/me?confirm=${confirm}`), 204);
}

async function moveTo(eve: Actor, email: string) {
  expectStatus(await eve.post("/auth/change-email", { email }), 202);
  const token = await server.mailedToken(email, "change-email");
  expectStatus(await eve.post("/auth/change-email/confirm", { token }), 200);
}

async function expectKeptOut(eve: Actor) {
  expect(await isMember(eve)).toBe(false);
  const { body } = await eve.get("/auth/joinable-organizations");
  expect(body.items).toEqual([]);
  const path = `/auth/joinable-organizations/${domain.id}/join`;
  expect(problemOf(await eve.post(path)).reason).toBe("NOT_FOUND");
  const joined = await eve.post("/invitation-links/join", { token: link });
  expect(problemOf(joined).reason).toBe("INVITATION_INVALID");
  expect(await isMember(eve)).toBe(false);
}

async function expectInvitationLetsIn(eve: Actor) {
  const email = await emailOf(eve);
  const { token } = await server.invite(admin, org, email, "viewer");
  expectStatus(await eve.post("/invitations/accept", { token }), 200);
  expect(await isMember(eve)).toBe(true);
}

describe("a new account with the email address of a former member cannot join by the domain or a link", () => {
  const WAYS: [how: string, go: (eve: Actor) => Promise<unknown>][] = [
    [
      "was removed and the account was deleted",
      async (eve) => {
        await remove(eve);
        await deleteAccount(eve);
      },
    ],
    [
      "was suspended when the account was deleted",
      async (eve) => {
        await suspend(eve);
        await deleteAccount(eve);
      },
    ],
    [
      "was suspended and the account changed its email address",
      async (eve) => {
        await suspend(eve);
        await moveTo(eve, addressHere("moved"));
      },
    ],
    [
      "was removed, and the account changed its email address and was deleted",
      async (eve) => {
        await remove(eve);
        await moveTo(eve, addressHere("moved"));
        await deleteAccount(eve);
      },
    ],
    [
      "was removed before email addresses were recorded, and the account was deleted",
      async (eve) => {
        await remove(eve);
        await server.db.client.execute({
          sql: "update former_members set address_hash = null where user_id = ?",
          args: [eve.id],
        });
        await deleteAccount(eve);
      },
    ],
  ];
  for (const [how, go] of WAYS)
    test(`when the member ${how}, but can join by an invitation`, async () => {
      const eve = await signUp(addressHere("eve"));
      expect(await isMember(eve)).toBe(true);
      const first = eve.email;
      await go(eve);
      const again = await signUp(first);
      await expectKeptOut(again);
      await expectInvitationLetsIn(again);
    });
});

test("a suspended member who left can only come back by an invitation", async () => {
  const eve = await signUp(addressHere("eve"));
  await suspend(eve);
  expectStatus(await eve.delete(memberPath(eve)), 204);
  expectStatus(await eve.get(home()), 404);
  const { body } = await admin.get(`${home()}/audit-log?action=members.remove`);
  expect(body.items).toMatchObject([{ actor: { id: eve.id } }]);
  await expectKeptOut(eve);
  await deleteAccount(eve);
  const again = await signUp(eve.email);
  await expectKeptOut(again);
  await expectInvitationLetsIn(again);
});

test("a new account with an email address that a former member changed to later cannot join", async () => {
  const eve = await signUp(addressHere("eve"));
  const later = addressHere("later");
  const last = addressHere("last");
  await remove(eve);
  await moveTo(eve, later);
  await moveTo(eve, last);
  await expectKeptOut(eve);
  await deleteAccount(eve);
  for (const email of [later, last]) await expectKeptOut(await signUp(email));
});

test("a former member cannot join with another email address, even after someone else is invited at the former one", async () => {
  const eve = await signUp(addressHere("eve"));
  const former = eve.email;
  await remove(eve);
  await moveTo(eve, addressHere("moved"));
  const successor = await signUp(former);
  await expectKeptOut(successor);
  await expectInvitationLetsIn(successor);
  await expectKeptOut(eve);
  await expectInvitationLetsIn(eve);
  expect(await remembered()).toEqual([]);
});

test("a member who left, or deleted their account, can join by the domain again", async () => {
  const eve = await signUp(addressHere("eve"));
  expectStatus(await eve.delete(memberPath(eve)), 204);
  await deleteAccount(eve);
  const again = await signUp(eve.email);
  expect(await isMember(again)).toBe(true);
  await deleteAccount(again);
  expect(await isMember(await signUp(eve.email))).toBe(true);
  expect(await remembered()).toEqual([]);
});

test("only the hash of the email address of a deleted account is stored", async () => {
  const eve = await signUp(addressHere("eve"));
  await remove(eve);
  const addressHash = await hashAddress(server.db, eve.email);
  expect(await remembered()).toEqual([
    { user_id: eve.id, address_hash: addressHash },
  ]);
  await deleteAccount(eve);
  expect(await remembered()).toEqual([
    { user_id: null, address_hash: addressHash },
  ]);
  const log = await admin.get(`${home()}/audit-log`);
  expect(expectStatus(log, 200).text).not.toContain(addressHash);
});

test("each database has its own key for the hash", async () => {
  const one = await openTestDatabase(migrateNewDatabase);
  const other = await openTestDatabase(migrateNewDatabase);
  try {
    const address = "eve@example.com";
    const hash = await hashAddress(one.db, address);
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(await hashAddress(one.db, address)).toBe(hash);
    expect(await hashAddress(one.db, "ada@example.com")).not.toBe(hash);
    expect(await hashAddress(other.db, address)).not.toBe(hash);
    const { rows } = await one.db.client.execute(
      "select key from address_keys",
    );
    expect(rows.map(({ key }) => String(key))).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  } finally {
    await one.stop();
    await other.stop();
  }
});
