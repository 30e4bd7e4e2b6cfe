import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  createServiceAccount,
  issuePersonalKey,
  issueServiceKey,
} from "#testing/kit/api-keys";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { notifyMissingStewards, notifySeenSecrets } from "./notices";

const server = serverSuite();
let ana: Actor;
let boss: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
  boss = await server.join(ana, org, "admin", "Boss");
});

const home = () => `/organizations/${org.slug}`;
const leave = async (person: Actor) =>
  expectStatus(await person.delete(`${home()}/members/${person.id}`), 204);

/** Runs both jobs, and returns the subjects of the mails that a user got since the last call. */
async function notify() {
  const { deps } = server.services;
  await notifyMissingStewards(deps, deps.now());
  await notifySeenSecrets(deps, deps.now());
}

async function subjects(person: Actor, word: RegExp): Promise<string[]> {
  const mails = await server.mailsTo(person.email);
  return mails.map(({ subject }) => subject).filter((one) => word.test(one));
}

const STEWARD = /steward/;
const ROTATE = /Rotate/;

describe("a service account without a steward", () => {
  test("is told once to the admins, until another steward leaves", async () => {
    const account = await createServiceAccount(boss, org, { name: "Builder" });
    await createServiceAccount(ana, org, { name: "Other" });
    await notify();
    expect(await subjects(ana, STEWARD)).toEqual([]);
    await leave(boss);
    await notify();
    await notify();
    const title = "Choose a steward for service accounts in Acme";
    expect(await subjects(ana, STEWARD)).toEqual([title]);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.text).toContain("Builder");
    expect(mail?.text).not.toContain("Other");
    expect(mail?.text).toContain(`/o/${org.slug}/settings/api`);
    expect(await subjects(boss, STEWARD)).toEqual([]);

    const next = await server.join(ana, org, "member");
    expectStatus(
      await ana.put(`${home()}/service-accounts/${account}`, {
        stewardId: next.id,
      }),
      200,
    );
    await notify();
    await leave(next);
    await notify();
    expect(await subjects(ana, STEWARD)).toEqual([title, title]);
  });

  test("is not told of a deleted organization", async () => {
    await createServiceAccount(boss, org);
    await leave(boss);
    expectStatus(await ana.delete(`${home()}?confirm=${org.slug}`), 204);
    await notify();
    expect(await subjects(ana, STEWARD)).toEqual([]);
  });
});

describe("the secret of a key that a former or suspended member has seen", () => {
  test("is told once to the admins, until it is rotated by a member who leaves", async () => {
    const account = await createServiceAccount(ana, org, { name: "Builder" });
    const key = await issueServiceKey(server, boss, org, account, {
      name: "Deploy",
    });
    await issueServiceKey(server, ana, org, account, { name: "Mine" });
    await notify();
    expect(await subjects(ana, ROTATE)).toEqual([]);
    await leave(boss);
    await notify();
    await notify();
    const title = "Rotate API keys in Acme";
    expect(await subjects(ana, ROTATE)).toEqual([title]);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.text).toContain(`Builder: Deploy (…${key.key.slice(-4)})`);
    expect(mail?.text).not.toContain("Mine");

    const next = await server.join(ana, org, "admin");
    const path = `${home()}/api-keys/${key.keyId}/rotate`;
    expectStatus(await next.post(path), 200);
    await notify();
    await leave(next);
    await notify();
    expect(await subjects(ana, ROTATE)).toEqual([title, title]);
  });

  test("is told after the account of the member was deleted", async () => {
    const account = await createServiceAccount(ana, org);
    await issueServiceKey(server, boss, org, account);
    const { email } = boss;
    expectStatus(
      await boss.delete(`/auth/me?confirm=${encodeURIComponent(email)}`),
      204,
    );
    await notify();
    expect(await subjects(ana, ROTATE)).toHaveLength(1);
  });

  test("is told while the member is suspended, once", async () => {
    const account = await createServiceAccount(ana, org);
    await issueServiceKey(server, boss, org, account);
    expectStatus(await ana.post(`${home()}/members/${boss.id}/suspend`), 200);
    await notify();
    expect(await subjects(ana, ROTATE)).toHaveLength(1);
    await leave(boss);
    await notify();
    expect(await subjects(ana, ROTATE)).toHaveLength(1);
  });

  test("is not told of personal, revoked or expired keys", async () => {
    const account = await createServiceAccount(ana, org);
    await issuePersonalKey(server, boss, org);
    const [revoked, expired] = [
      await issueServiceKey(server, boss, org, account),
      await issueServiceKey(server, boss, org, account),
    ];
    expectStatus(await ana.delete(`${home()}/api-keys/${revoked.keyId}`), 204);
    await server.db.client.execute({
      sql: "update api_keys set expires_at = 1 where id = ?",
      args: [expired.keyId],
    });
    await leave(boss);
    await notify();
    expect(await subjects(ana, ROTATE)).toEqual([]);
  });
});

describe("with the default rate limits", () => {
  const limited = serverSuite({ RATE_LIMIT_FACTOR: "1" });

  test("a member cannot prevent the notice by creating many keys before leaving", async () => {
    const [owner, thief] = [await limited.person(), await limited.person()];
    const own = await limited.organization(owner);
    const { token } = await limited.invite(owner, own, thief.email, "admin");
    expectStatus(await thief.post("/invitations/accept", { token }), 200);
    const stewardId = owner.id;
    const account = await createServiceAccount(thief, own, { stewardId });
    for (let i = 0; i < 10; i++)
      await issueServiceKey(limited, thief, own, account);
    const members = `/organizations/${own.slug}/members`;
    expectStatus(await thief.delete(`${members}/${thief.id}`), 204);
    const { deps } = limited.services;
    await notifySeenSecrets(deps, deps.now());
    await limited.services.outbox.idle();
    const mails = await limited.mailsTo(owner.email);
    expect(mails.filter(({ subject }) => ROTATE.test(subject))).toHaveLength(1);
  });
});

test("two instances send a notice once", async () => {
  await createServiceAccount(boss, org);
  await leave(boss);
  await Promise.all([notify(), notify()]);
  expect(await subjects(ana, STEWARD)).toHaveLength(1);
});
