import { beforeAll, expect, test } from "bun:test";
import { drizzle } from "drizzle-orm/libsql";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { watchClient } from "#testing/kit/watch-client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { BUCKETS } from "#server/kernel/rate-limits/buckets";
import { readAnalytics } from "./service";

const server = serverSuite({ BILLING: "off" });
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

async function read(org: TestOrganization, query = "") {
  const path = `/organizations/${org.slug}/analytics${query}`;
  return expectStatus(await ana.get<"analytics.get">(path), 200).body;
}

/** Moves the audit events with this action into the past by a number of days. */
async function happenedAgo(
  org: TestOrganization,
  action: string,
  days: number,
) {
  const moved = `update audit_log set at = at - ${days} * 86400000 where org_id = ? and action = ?`;
  const triggers = await server.db.client.execute(
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_log'",
  );
  await server.db.client.batch(
    [
      ...triggers.rows.map(({ name }) => `drop trigger ${String(name)}`),
      { sql: moved, args: [org.id, action] },
      ...triggers.rows.map(({ sql }) => String(sql)),
    ],
    "write",
  );
}

test("a new organization has one member and one event on its first day", async () => {
  const org = await server.organization(ana);
  const { totals, days, period, previous, timeZone } = await read(org);
  expect(timeZone).toBe("UTC");
  expect(totals).toEqual({
    members: 1,
    suspendedMembers: 0,
    openInvitations: 0,
    expiredInvitations: 0,
    projects: 0,
    activeProjects: 0,
  });
  expect(days).toHaveLength(30);
  expect(days.at(-1)).toMatchObject({ members: 1, joined: 1, events: 1 });
  expect(days.at(-2)).toMatchObject({ members: 0, joined: 0, events: 0 });
  expect(period).toMatchObject({ from: days[0]?.date, joined: 1, events: 1 });
  expect(previous).toMatchObject({ joined: 0, events: 0 });
});

test("former members and deleted projects count for the days they existed", async () => {
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}`;
  const ben = await server.join(ana, org, "member");
  const eva = await server.join(ana, org, "viewer");
  const { body } = expectStatus(
    await ana.post(`${path}/projects`, { name: "Website" }),
    201,
  );
  expectStatus(await ana.delete(`${path}/projects/${String(body.id)}`), 204);
  expectStatus(await ana.delete(`${path}/members/${ben.id}`), 204);
  const bulk = { action: "remove", userIds: [eva.id] };
  expectStatus(await ana.post(`${path}/members/bulk`, bulk), 200);
  for (const action of [
    "organizations.create",
    "invitations.create",
    "invitations.accept",
    "projects.create",
  ])
    await happenedAgo(org, action, 3);

  const { days, period } = await read(org);
  const last = days.slice(-4);
  expect(last.map(({ members }) => members)).toEqual([3, 3, 3, 1]);
  expect(last.map(({ projects }) => projects)).toEqual([1, 1, 1, 0]);
  expect(last.map(({ left }) => left)).toEqual([0, 0, 0, 2]);
  expect(days.at(-5)).toMatchObject({ members: 0, projects: 0 });
  const log = await ana.get<"audit.list">(`${path}/audit-log?limit=100`);
  const { items } = log.body;
  expect(period.events).toBe(items.length);
  expect(days.reduce((sum, { events }) => sum + events, 0)).toBe(items.length);
});

test("the previous period has the same length and ends the day before", async () => {
  const org = await server.organization(ana);
  await happenedAgo(org, "organizations.create", 9);
  const today = new Date().toISOString().slice(0, 10);
  const first = new Date(Date.now() - 6 * 86_400_000).toISOString();
  const { period, previous, days, previousDays } = await read(
    org,
    `?from=${first}`,
  );
  expect(period).toMatchObject({ from: first.slice(0, 10), to: today });
  expect(days).toHaveLength(7);
  expect(period.events).toBe(0);
  expect(previous).toMatchObject({ joined: 1, events: 1 });
  expect(days.every(({ members }) => members === 1)).toBe(true);
  expect(previousDays).toHaveLength(7);
  expect(previousDays[0]?.date).toBe(previous.from);
  expect(previousDays.at(-1)?.date).toBe(previous.to);
  const joined = previousDays.map((day) => day.joined);
  expect(joined.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test("days begin at midnight in the time zone of the organization", async () => {
  const org = await server.organization(ana);
  const settings = { timezone: "Pacific/Kiritimati" };
  expectStatus(await ana.put(`/organizations/${org.slug}`, { settings }), 200);
  const { timeZone, period } = await read(org);
  expect(timeZone).toBe("Pacific/Kiritimati");
  const there = new Intl.DateTimeFormat("en-CA", { timeZone });
  expect(period.to).toBe(there.format(new Date()));
});

test("another organization does not change the numbers", async () => {
  const org = await server.organization(ana);
  await read(org);
  const was = await read(org);
  const other = await server.organization(ana);
  await server.join(ana, other, "member");
  const path = `/organizations/${other.slug}`;
  expectStatus(await ana.post(`${path}/projects`, { name: "Elsewhere" }), 201);
  const guest = { email: `guest@${other.slug}.test`, role: "viewer" };
  expectStatus(await ana.post(`${path}/invitations`, guest), 201);
  expect(await read(org)).toEqual(was);
});

test.each([
  ["?from=2026-02-30", "from"],
  ["?from=yesterday", "from"],
  ["?to=9999-01-01", "to"],
  ["?to=2199-01-01", "to"],
  ["?from=2026-02-01&to=2026-01-01", "from"],
  ["?from=2020-01-01&to=2026-01-01", "from"],
])("%s is refused at its field", async (query, path) => {
  const org = await server.organization(ana);
  const answer = await ana.get(`/organizations/${org.slug}/analytics${query}`);
  expect(expectStatus(answer, 400).body).toMatchObject({
    reason: "INVALID_INPUT",
    issues: [{ path }],
  });
});

test("a range before the organization existed has days with zeros", async () => {
  const org = await server.organization(ana);
  const { period, previous, days, totals } = await read(
    org,
    "?from=1970-01-02&to=1970-01-31",
  );
  const none = { joined: 0, left: 0, projectsCreated: 0, events: 0 };
  expect(period).toEqual({ from: "1970-01-02", to: "1970-01-31", ...none });
  expect(previous).toEqual({ from: "1969-12-03", to: "1970-01-01", ...none });
  expect(days).toHaveLength(30);
  expect(days.at(-1)).toMatchObject({ members: 0, projects: 0, events: 0 });
  expect(totals.members).toBe(1);
});

test("events after a range count for its levels", async () => {
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}`;
  const ben = await server.join(ana, org, "member");
  expectStatus(await ana.post(`${path}/projects`, { name: "Website" }), 201);
  for (const action of ["organizations.create", "invitations.create"])
    await happenedAgo(org, action, 9);
  await happenedAgo(org, "invitations.accept", 7);
  await happenedAgo(org, "projects.create", 5);
  expectStatus(await ana.delete(`${path}/members/${ben.id}`), 204);
  const whole = await read(org);
  const dayAgo = (days: number) => whole.days.at(-1 - days)?.date ?? "";
  const part = await read(org, `?from=${dayAgo(8)}&to=${dayAgo(4)}`);
  expect(part.days).toEqual(whole.days.slice(-9, -4));
  expect(part.days.map(({ members }) => members)).toEqual([1, 2, 2, 2, 2]);
  expect(part.days.map(({ projects }) => projects)).toEqual([0, 0, 0, 1, 1]);
});

test("an event that another instance dated a day early does not make the next day negative", async () => {
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}`;
  expectStatus(await ana.post(`${path}/projects`, { name: "Website" }), 201);
  await happenedAgo(org, "projects.create", 1);
  const { days } = await read(org);
  expect(days.slice(-2).map(({ events }) => events)).toEqual([2, 0]);
});

test("a year is counted in portions that let other requests run between", async () => {
  const org = await server.organization(ana);
  await happenedAgo(org, "organizations.create", 800);
  const now = Date.now();
  const from = new Date(now - 365 * 86_400_000).toISOString();
  const watched = watchClient(server.db.client);
  const db = new TenantDb(drizzle(watched.client), new UnitOfWork(), org.id);
  const { days } = await readAnalytics(db, { from }, now, async () => {});
  watched.stop();
  expect(days).toHaveLength(366);
  expect(days[0]).toMatchObject({ members: 1 });
  const portions = watched.calls.filter(({ sql }) =>
    sql.join().includes("json_each"),
  );
  expect(portions).toHaveLength(Math.ceil((2 * 366 + 1) / 62));
  expect(new Set(portions.map(({ turn }) => turn)).size).toBe(portions.length);
});

test("a user who used up the limit of long reads has to wait, and others do not", async () => {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "viewer");
  const [points] = BUCKETS.heavyRead;
  const { limits } = server.services.deps;
  const { rateLimitFactor } = server.config;
  await limits.consume("heavyRead", ben.id, points * rateLimitFactor);
  const path = `/organizations/${org.slug}/analytics`;
  const refused = expectStatus(await ben.get(path), 429);
  expect(refused.body).toMatchObject({ reason: "RATE_LIMITED" });
  expect(refused.headers.get("retry-after")).not.toBeNull();
  expectStatus(await ana.get(path), 200);
});
