import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  createServiceAccount,
  issuePersonalKey,
  issueServiceKey,
} from "#testing/kit/api-keys";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { deleteExpired } from "#server/housekeeping";
import { notifyExpiringKeys } from "./expiry-notices";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
let start: number;
let today: number;
beforeEach(async () => {
  start = server.services.deps.now();
  today = 0;
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben");
});

const home = () => `/organizations/${org.slug}`;

/** Makes the keys older, so that a test need not move the clock of the sessions, and runs the job. */
async function notify(day: number): Promise<void> {
  await server.db.client.execute({
    sql: "update api_keys set expires_at = expires_at - ? where org_id = ?",
    args: [(day - today) * DAY, org.id],
  });
  today = day;
  await run();
}

function run(): Promise<void> {
  const { deps } = server.services;
  return notifyExpiringKeys(deps, deps.now());
}

/** Returns the subjects of the mails about expiring keys, oldest first. */
async function subjects({ email }: Actor): Promise<string[]> {
  const mails = await server.mailsTo(email);
  return mails
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes("expire"))
    .toReversed();
}

describe("the owner of a key", () => {
  test("gets a mail 14 and 3 days before it expires, and when it has expired", async () => {
    const key = await issuePersonalKey(server, ben, org, { expiresInDays: 30 });
    const days = [0, 15, 16, 17, 26, 27, 28, 29, 30, 31, 60];
    const counts: Record<number, number> = {};
    for (const day of days) {
      await notify(day);
      counts[day] = (await subjects(ben)).length;
    }
    expect(counts).toEqual({
      0: 0,
      15: 0,
      16: 1,
      17: 1,
      26: 1,
      27: 2,
      28: 2,
      29: 2,
      30: 3,
      31: 3,
      60: 3,
    });
    expect(await subjects(ben)).toEqual([
      "An API key in Acme expires soon",
      "An API key in Acme expires soon",
      "An API key in Acme has expired",
    ]);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.text).toContain(`Deploy (…${key.key.slice(-4)})`);
    expect(await subjects(ana)).toEqual([]);
  });

  test("gets no notice that would come before the key exists", async () => {
    await issuePersonalKey(server, ben, org, { expiresInDays: 7 });
    await notify(0);
    expect(await subjects(ben)).toEqual([]);
    await notify(4);
    expect(await subjects(ben)).toHaveLength(1);
  });

  test("gets one mail after a pause of the server", async () => {
    await issuePersonalKey(server, ben, org, { expiresInDays: 30 });
    await notify(36);
    await notify(37);
    expect(await subjects(ben)).toEqual(["An API key in Acme has expired"]);
  });

  test("gets no mail about a key that expired more than a week ago", async () => {
    await issuePersonalKey(server, ben, org, { expiresInDays: 30 });
    await notify(38);
    expect(await subjects(ben)).toEqual([]);
  });

  test("gets one mail about several keys", async () => {
    await issuePersonalKey(server, ben, org, { expiresInDays: 20, name: "A" });
    await issuePersonalKey(server, ben, org, { expiresInDays: 21, name: "B" });
    await issuePersonalKey(server, ben, org, { expiresInDays: null });
    await notify(10);
    expect(await subjects(ben)).toEqual(["2 API keys in Acme expire soon"]);
  });

  test("gets the notices again after a rotation", async () => {
    const key = await issuePersonalKey(server, ben, org, { expiresInDays: 30 });
    await notify(29);
    const path = `${home()}/api-keys/${key.keyId}/rotate`;
    expectStatus(await ben.post(path), 200);
    await notify(29 + 16);
    expect(await subjects(ben)).toHaveLength(2);
  });

  test("gets no mail about a revoked key, or while suspended", async () => {
    const key = await issuePersonalKey(server, ben, org, { expiresInDays: 30 });
    const sam = await server.join(ana, org, "member");
    await issuePersonalKey(server, sam, org, { expiresInDays: 30 });
    expectStatus(await ben.delete(`${home()}/api-keys/${key.keyId}`), 204);
    expectStatus(await ana.post(`${home()}/members/${sam.id}/suspend`), 200);
    await notify(30);
    expect([await subjects(ben), await subjects(sam)]).toEqual([[], []]);
  });
});

describe("a key of a service account", () => {
  test("is told to the steward", async () => {
    const account = await createServiceAccount(ana, org, {
      name: "Builder",
      stewardId: ben.id,
    });
    await issueServiceKey(server, ana, org, account, { expiresInDays: 30 });
    await notify(20);
    expect(await subjects(ben)).toHaveLength(1);
    expect(await subjects(ana)).toEqual([]);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.text).toContain("Builder: Deploy");
  });

  test("with a suspended steward is told to the admins", async () => {
    const input = { stewardId: ben.id };
    const account = await createServiceAccount(ana, org, input);
    await issueServiceKey(server, ana, org, account, { expiresInDays: 30 });
    expectStatus(await ana.post(`${home()}/members/${ben.id}/suspend`), 200);
    await notify(20);
    expect(await subjects(ana)).toHaveLength(1);
    expect(await subjects(ben)).toEqual([]);
  });

  test("without a steward is told to the admins", async () => {
    const account = await createServiceAccount(ana, org, {
      stewardId: ben.id,
    });
    await issueServiceKey(server, ana, org, account, { expiresInDays: 30 });
    expectStatus(await ben.delete(`${home()}/members/${ben.id}`), 204);
    await notify(20);
    expect(await subjects(ana)).toHaveLength(1);
    expect(await subjects(ben)).toEqual([]);
  });
});

test("two instances send a notice once", async () => {
  await issuePersonalKey(server, ben, org, { expiresInDays: 10 });
  await server.db.client.execute({
    sql: "update api_keys set expiry_notice_days = null where org_id = ?",
    args: [org.id],
  });
  await Promise.all([run(), run()]);
  expect(await subjects(ben)).toHaveLength(1);
});

test("keys are deleted 30 days after they were revoked, and 90 days after they expired", async () => {
  const [revoked, expired, kept] = [
    await issuePersonalKey(server, ben, org, { expiresInDays: null }),
    await issuePersonalKey(server, ben, org, { expiresInDays: 1 }),
    await issuePersonalKey(server, ben, org, { expiresInDays: null }),
  ];
  expectStatus(await ben.delete(`${home()}/api-keys/${revoked.keyId}`), 204);
  const idsAfter = async (days: number) => {
    await deleteExpired(server.db.client, start + days * DAY);
    const { rows } = await server.db.client.execute({
      sql: "select id from api_keys where org_id = ? order by id",
      args: [org.id],
    });
    return rows.map(({ id }) => String(id));
  };
  const all = [revoked.keyId, expired.keyId, kept.keyId];
  expect(await idsAfter(29)).toEqual(all);
  expect(await idsAfter(31)).toEqual(all.slice(1));
  expect(await idsAfter(90)).toEqual(all.slice(1));
  expect(await idsAfter(92)).toEqual([kept.keyId]);
});
