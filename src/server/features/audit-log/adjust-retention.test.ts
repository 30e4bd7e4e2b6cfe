import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { openDatabaseBefore } from "#testing/kit/migrations";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { adjustRetention } from "./adjust-retention";
import { expireEvents } from "./expire-events";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite({ BILLING: "fake" });
let ana: Actor;
let org: TestOrganization;
beforeEach(async () => {
  start = server.services.deps.now();
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
});

const subscription = () => `/organizations/${org.slug}/subscription`;

async function buy(plan: string): Promise<void> {
  const body = { plan, seats: 9 };
  const answer = await ana.post<"billing.checkout">(
    `${subscription()}/checkout`,
    body,
  );
  const { url } = expectStatus(answer, 200).body;
  await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: {
      origin: server.url.origin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "card=4242424242424242",
  });
  await server.services.outbox.idle();
}

let start: number;

/**
 * Returns the time of a day of the test. Every later day starts six hours late, so that a step that was scheduled on
 * day 0 is due by then.
 */
const timeOf = (day: number) =>
  day === 0 ? start : start + day * DAY + DAY / 4;

/** Moves the clock to a day of the test and runs the housekeeping of the audit log. */
async function housekeep(day: number, of = server): Promise<void> {
  const { deps } = of.services;
  of.passTime(timeOf(day) - deps.now());
  await adjustRetention(deps, deps.now());
  await expireEvents(deps, deps.now());
}

async function stored({ db } = server, { id } = org) {
  const { rows } = await db.client.execute({
    sql: "select audit_retention_days, next_audit_retention_days, next_audit_retention_from, audit_notice_sent_at from organizations where id = ?",
    args: [id],
  });
  const [row] = rows;
  const day = (at: unknown) =>
    at === null ? null : Math.round((Number(at) - start) / DAY);
  return {
    days: row?.audit_retention_days,
    next: row?.next_audit_retention_days,
    from: day(row?.next_audit_retention_from),
    noticeOn: day(row?.audit_notice_sent_at),
  };
}

const unscheduled = (days: number | null) => ({
  days,
  next: null,
  from: null,
  noticeOn: null,
});

async function events({ db } = server, { id } = org): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: "select action from audit_log where org_id = ? order by seq",
    args: [id],
  });
  return rows.map(({ action }) => String(action));
}

async function noticesTo(
  person: Actor,
  { mailsTo } = server,
): Promise<string[]> {
  const mails = await mailsTo(person.email);
  return mails
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes("audit log events"));
}

test("a larger plan keeps the log longer at once, a smaller one shortens it after 120 days", async () => {
  expect(await stored()).toEqual(unscheduled(90));
  await buy("business");
  expect(await stored()).toEqual(unscheduled(2555));
  const retention = async () =>
    expectStatus(
      await ana.get(`/organizations/${org.slug}/audit-log/retention`),
      200,
    ).body;
  expect(await retention()).toEqual({ days: 2555, next: null });
  const preview = async (plan: string) =>
    expectStatus(await ana.get(`${subscription()}/preview?plan=${plan}`), 200)
      .body;
  expect(await preview("business")).toMatchObject({ auditShortened: null });
  expect(await preview("team")).toMatchObject({
    auditShortened: { days: 730 },
  });

  expectStatus(await ana.put(subscription(), { plan: "team" }), 200);
  expect(await retention()).toEqual({
    days: 2555,
    next: { days: 730, from: expect.stringMatching(/T.*Z$/) },
  });
  expect(await stored()).toEqual({
    days: 2555,
    next: 730,
    from: 120,
    noticeOn: null,
  });
  expectStatus(await ana.put(subscription(), { plan: "business" }), 200);
  expect(await stored()).toEqual(unscheduled(2555));
});

describe("after a smaller plan", () => {
  let before: string[];
  beforeEach(async () => {
    await server.db.client.execute({
      sql: "update organizations set plan = 'free', audit_retention_days = 730 where id = ?",
      args: [org.id],
    });
    before = await events();
    await housekeep(0);
  });

  test("every admin is notified on day 90, and older events are deleted on day 120", async () => {
    const ben = await server.join(ana, org, "admin", "Ben");
    const cleo = await server.join(ana, org, "member", "Cleo");
    const dan = await server.join(ana, org, "admin", "Dan");
    const suspension = `/organizations/${org.slug}/members/${dan.id}/suspend`;
    expectStatus(await ana.post(suspension, {}), 200);
    const all = await events();
    await housekeep(89);
    expect(await noticesTo(ana)).toEqual([]);

    await housekeep(90);
    expect(await stored()).toEqual({
      days: 730,
      next: 90,
      from: 120,
      noticeOn: 90,
    });
    for (const admin of [ana, ben])
      expect(await noticesTo(admin)).toHaveLength(1);
    for (const other of [cleo, dan]) expect(await noticesTo(other)).toEqual([]);
    const mail = (await server.mailsTo(ana.email)).find(({ subject }) =>
      subject.includes("audit log events"),
    );
    expect(mail?.text).toContain("is kept for 90 days");
    expect(mail?.text).toContain("kept for 2 years");
    expect(mail?.text).toContain(`/o/${org.slug}/settings/audit`);

    await housekeep(119);
    expect(await events()).toEqual([...all, "audit.adjustPeriod"]);
    await housekeep(121);
    expect(await stored()).toEqual(unscheduled(90));
    // On day 121, the events of day 90 and of day 121 are not older than 90 days, so they are kept.
    expect(await events()).toEqual([
      "audit.adjustPeriod",
      "audit.adjustPeriod",
    ]);
    expect(await noticesTo(ana)).toHaveLength(1);
    const { finding } = await server.services.deps.audit.verify(org.id);
    expect(finding).toBeNull();
  });

  test("a larger plan before day 120 keeps every event", async () => {
    await housekeep(90);
    await server.db.client.execute({
      sql: "update organizations set plan = 'team' where id = ?",
      args: [org.id],
    });
    await housekeep(121);
    expect(await stored()).toEqual(unscheduled(730));
    expect(await events()).toEqual(expect.arrayContaining(before));
  });

  test("admins have 30 days after the notice, even if the server was down", async () => {
    await housekeep(200);
    expect(await noticesTo(ana)).toHaveLength(1);
    await housekeep(229);
    expect(await events()).toEqual(expect.arrayContaining(before));
    expect(await stored()).toMatchObject({ days: 730, from: 230 });
    await housekeep(231);
    expect(await stored()).toEqual(unscheduled(90));
  });

  test("concurrent instances notify once and shorten once", async () => {
    const { deps } = server.services;
    const twice = (day: number) => {
      server.passTime(timeOf(day) - deps.now());
      return Promise.all([1, 2].map(() => adjustRetention(deps, deps.now())));
    };
    await twice(90);
    expect(await noticesTo(ana)).toHaveLength(1);
    await twice(121);
    const steps = (await events()).filter(
      (one) => one === "audit.adjustPeriod",
    );
    // One event on each of the days 0, 90 and 121.
    expect(steps).toHaveLength(3);
  });

  test("a deleted organization does not change", async () => {
    await server.db.client.execute({
      sql: "update organizations set deleted_at = 1 where id = ?",
      args: [org.id],
    });
    await housekeep(90);
    expect(await noticesTo(ana)).toEqual([]);
  });
});

describe("without a payment provider", () => {
  let off: TestServer;
  let eve: Actor;
  let free: TestOrganization;
  beforeAll(async () => {
    off = await startServer({ BILLING: "off" });
    eve = await off.person("Eve");
    free = await off.organization(eve);
  });
  afterAll(() => off.stop());

  test("nothing is deleted", async () => {
    expect(await stored(off, free)).toEqual(unscheduled(null));
    const path = `/organizations/${free.slug}/audit-log/retention`;
    const { body } = expectStatus(await eve.get(path), 200);
    expect(body).toEqual({ days: null, next: null });
    await off.db.client.execute({
      sql: "update organizations set audit_retention_days = 90 where id = ?",
      args: [free.id],
    });
    const before = await events(off, free);
    const { deps } = off.services;
    await expireEvents(deps, deps.now() + 5000 * DAY);
    expect(await events(off, free)).toEqual(before);
    await housekeep(0, off);
    expect(await stored(off, free)).toEqual(unscheduled(null));
  });

  test("payments that begin later also shorten the log after 120 days", async () => {
    const { billing } = server.services.deps;
    await adjustRetention({ ...off.services.deps, billing }, start);
    expect(await stored(off, free)).toEqual({
      days: null,
      next: 90,
      from: 120,
      noticeOn: null,
    });
  });

  test("no plan limits invitations", async () => {
    const invite = (part: number) =>
      eve.post(`/organizations/${free.slug}/invitations`, {
        role: "viewer",
        emails: Array.from(
          { length: 40 },
          (_, i) => `guest${part}-${i}@example.com`,
        ),
      });
    for (const part of [1, 2]) {
      const { body } = expectStatus(await invite(part), 200);
      expect(body.sent).toHaveLength(40);
    }
  });
});

test("after the upgrade a log is kept as long as before", async () => {
  const { db, upgrade, remove } = await openDatabaseBefore("audit_days");
  for (const [plan, seats] of [
    ["free", 25],
    ["team", 3],
    ["business", 7],
    ["free", null],
  ])
    await db.client.execute({
      sql: `insert into organizations (id, name, slug, plan, seats, settings, created_at, updated_at)
        values (?1 || '-' || coalesce(?2, 'no'), '', ?1 || '-' || coalesce(?2, 'no'), ?1, ?2, '{}', 1, 1)`,
      args: [String(plan), seats ?? null],
    });
  await upgrade();
  const { rows } = await db.client.execute(
    "select plan, audit_retention_days from organizations order by rowid",
  );
  expect(rows.map(({ audit_retention_days: days }) => days)).toEqual([
    90,
    730,
    2555,
    null,
  ]);
  remove();
});
