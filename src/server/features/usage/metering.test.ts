import { beforeAll, expect, test } from "bun:test";
import { PLANS } from "#shared/plans";
import type { Actor } from "#testing/kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "#testing/kit/api-keys";
import { connectMcp, problemOfTool } from "#testing/kit/mcp";
import { problemOf } from "#testing/kit/problem";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { until } from "#testing/kit/until";
import { dayOf, monthOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement } from "#server/kernel/db/statement";
import { BUCKETS } from "#server/kernel/rate-limits/buckets";
import { deleteExpired } from "#server/housekeeping";

const LIMIT = PLANS.free.apiCalls;
const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

/** Stores calls of this month before the server reads how many there are. */
function storeCalls(
  { db, services }: TestServer,
  { id: orgId }: TestOrganization,
  calls: number,
) {
  const day = dayOf(services.deps.now());
  return db.client.execute(
    insertStatement(apiUsage, {
      orgId,
      id: `${day} earlier`,
      day,
      keyId: "earlier",
      calls,
    }),
  );
}

/** Creates an organization in which some calls are left this month, and a key of its admin. */
async function withCallsLeft(left: number, on: TestServer = server) {
  const person = on === server ? ana : await on.person("Ben");
  const org = await on.organization(person);
  await storeCalls(on, org, LIMIT - left);
  const key = await addPersonalKey(on, org.id, person);
  return { org, key, person, projects: `/organizations/${org.slug}/projects` };
}

/** Returns what is stored of a key, after the server has stored its counts. */
async function storedOf({ keyId }: KeyActor, on: TestServer = server) {
  await on.services.deps.meter.flush();
  return rowsOf(on, keyId);
}

async function rowsOf({ db }: TestServer, keyId: string) {
  const { rows } = await db.client.execute({
    sql: "select day, calls, writes, refused from api_usage where key_id = ? order by day",
    args: [keyId],
  });
  return rows.map(({ day, calls, writes, refused }) => ({
    day: String(day),
    calls: Number(calls),
    writes: Number(writes),
    refused: Number(refused),
  }));
}

async function statusesOf(calls: Promise<{ status: number }>[]) {
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  return Object.fromEntries(
    [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [
      status,
      all.length,
    ]),
  );
}

const times = <T>(count: number, call: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => call(index));

test("exactly as many of 50 parallel calls succeed as are left, and the next names the end of the month", async () => {
  const { key, projects } = await withCallsLeft(20);
  const calls = times(50, () => key.get(projects));
  expect(await statusesOf(calls)).toEqual({ 200: 20, 402: 30 });
  const refused = await key.get(projects);
  expectStatus(refused, 402);
  const { endsAt } = monthOf(Date.now());
  expect(problemOf(refused)).toMatchObject({
    code: "PAYMENT_REQUIRED",
    reason: "API_CALL_LIMIT",
    params: { limit: LIMIT, resetsAt: new Date(endsAt).toISOString() },
  });
  expect(await storedOf(key)).toMatchObject([{ calls: 20, refused: 31 }]);
});

test("calls that write count as exactly, and a call over the limit stores nothing", async () => {
  const { org, key, projects } = await withCallsLeft(10);
  const calls = times(20, (index) => key.post(projects, { name: `P${index}` }));
  expect(await statusesOf(calls)).toEqual({ 201: 10, 402: 10 });
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from projects where org_id = ?",
    args: [org.id],
  });
  expect(Number(rows[0]?.[0])).toBe(10);
  expect(await storedOf(key)).toMatchObject([{ calls: 10, writes: 10 }]);
});

test("the keys of an organization share its limit, and other organizations do not", async () => {
  const { org, key, projects } = await withCallsLeft(1);
  const account = await addServiceAccount(server.db, org.id, "member");
  const other = await addServiceKey(server, org.id, account);
  expectStatus(await key.get(projects), 200);
  expectStatus(await other.get(projects), 402);
  const elsewhere = await withCallsLeft(1);
  expectStatus(await elsewhere.key.get(elsewhere.projects), 200);
});

test("a session has no limit of calls and is not counted", async () => {
  const { org, key, projects } = await withCallsLeft(0);
  expectStatus(await key.get(projects), 402);
  expectStatus(await ana.get(projects), 200);
  expectStatus(await ana.get(`/organizations/${org.slug}/usage`), 200);
  expect(await storedOf(key)).toMatchObject([{ calls: 0, refused: 1 }]);
});

test("each call of a batch counts", async () => {
  const { org, key } = await withCallsLeft(2);
  const call = { path: "projects.list", input: { org: org.slug } };
  const answer = await key.trpcBatch("query", [call, call, call]);
  expect(answer.status).toBe(207);
  expect(await storedOf(key)).toMatchObject([{ calls: 2, refused: 1 }]);
});

test("calls about the key and about its organizations count", async () => {
  const { key } = await withCallsLeft(2);
  expectStatus(await key.get("/auth/context"), 200);
  expectStatus(await key.get("/organizations"), 200);
  expectStatus(await key.get("/organizations"), 402);
  expect(await storedOf(key)).toMatchObject([{ calls: 2, writes: 0 }]);
});

test("a call of a tool over MCP counts, and the list of tools does not", async () => {
  const { key } = await withCallsLeft(1);
  await using connected = await connectMcp(server, key);
  await connected.client.listTools();
  const call = () =>
    connected.client.callTool({ name: "projects_list", arguments: {} });
  expect((await call()).isError).toBeFalsy();
  const { reason } = problemOfTool(await call());
  expect(reason).toBe("API_CALL_LIMIT");
  expect(await storedOf(key)).toMatchObject([{ calls: 1, refused: 1 }]);
});

test("a refused call does not count towards the limit, and is counted as refused", async () => {
  const { org, person, projects } = await withCallsLeft(1);
  const key = await addPersonalKey(server, org.id, person, ["project:read"]);
  expectStatus(await key.post(projects, { name: "No" }), 403);
  expectStatus(await key.get(`${projects}?limit=0`), 400);
  expectStatus(await key.get(`${projects}/prj_unknown`), 404);
  expectStatus(await key.get("/auth/me"), 403);
  expect(await storedOf(key)).toMatchObject([{ calls: 0, refused: 4 }]);
  expectStatus(await key.get(projects), 200);
  expectStatus(await key.get(projects), 402);
});

test("401, 404 of another organization, and 429 count as nothing", async () => {
  const { key, person, org } = await withCallsLeft(1);
  const foreign = await server.organization(person);
  expectStatus(await key.get(`/organizations/${foreign.slug}/projects`), 404);
  await server.db.client.execute({
    sql: "update api_keys set revoked_at = 1 where id = ?",
    args: [key.keyId],
  });
  expectStatus(await key.get(`/organizations/${org.slug}/projects`), 401);
  expect(await storedOf(key)).toEqual([]);
});

test("a call over the rate limit counts as nothing", async () => {
  const { key, projects } = await withCallsLeft(9);
  const { limits } = server.services.deps;
  const { rateLimitFactor } = server.config;
  await limits.spend("apiKey", key.keyId, BUCKETS.apiKey[0] * rateLimitFactor);
  expectStatus(await key.get(projects), 429);
  expect(await storedOf(key)).toEqual([]);
});

test("a failure of the server counts as nothing, and gives its place back", async () => {
  const { key, projects } = await withCallsLeft(1);
  const { deps } = server.services;
  const { audit } = deps;
  deps.audit = {
    ...audit,
    commit: () => Promise.reject(new Error("The disk is gone.")),
  };
  const failed = await key.post(projects, { name: "Lost" });
  deps.audit = audit;
  expectStatus(failed, 500);
  expect(await storedOf(key)).toEqual([]);
  expectStatus(await key.post(projects, { name: "Kept" }), 201);
});

test("a repeated request counts once, also when its call was the last of the month", async () => {
  const { key, projects } = await withCallsLeft(1);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const create = () => key.post(projects, { name: "Once" }, { headers });
  const first = expectStatus(await create(), 201);
  const again = expectStatus(await create(), 201);
  expect(again.text).toBe(first.text);
  expectStatus(await key.post(projects, { name: "Twice" }), 402);
  expect(await storedOf(key)).toMatchObject([
    { calls: 1, writes: 1, refused: 1 },
  ]);
});

test("parallel requests with one Idempotency-Key count once", async () => {
  const { key, projects } = await withCallsLeft(20);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const calls = times(5, () =>
    key.post(projects, { name: "Once" }, { headers }),
  );
  expect(await statusesOf(calls)).toEqual({ 201: 5 });
  expect(await storedOf(key)).toMatchObject([{ calls: 1, writes: 1 }]);
});

test("a key can revoke itself when its organization has reached the limit", async () => {
  const { key } = await withCallsLeft(0);
  expectStatus(await key.delete("/api-keys/self"), 204);
  expect(await storedOf(key)).toEqual([]);
});

test("the counts are stored by themselves after some seconds", async () => {
  const { key, projects } = await withCallsLeft(9);
  expectStatus(await key.get(projects), 200);
  expect(await rowsOf(server, key.keyId)).toEqual([]);
  const rows = await until("the counts are stored", async () => {
    const stored = await rowsOf(server, key.keyId);
    return stored.length > 0 ? stored : undefined;
  });
  expect(rows).toMatchObject([{ calls: 1 }]);
});

test("counts that cannot be stored are stored later", async () => {
  const { key, projects } = await withCallsLeft(9);
  expectStatus(await key.get(projects), 200);
  const rename = (from: string, to: string) =>
    server.db.client.execute(`alter table ${from} rename to ${to}`);
  await rename("api_usage", "api_usage_away");
  expect(await server.services.deps.meter.flush()).toBeUndefined();
  await rename("api_usage_away", "api_usage");
  expectStatus(await key.get(projects), 200);
  expect(await storedOf(key)).toMatchObject([{ calls: 2 }]);
});

test("the usage of a deleted organization is dropped, and that of others is stored", async () => {
  const [gone, kept] = [await withCallsLeft(9), await withCallsLeft(9)];
  for (const { key, projects } of [gone, kept])
    expectStatus(await key.get(projects), 200);
  await server.db.client.execute({
    sql: "delete from organizations where id = ?",
    args: [gone.org.id],
  });
  expect(await storedOf(kept.key)).toMatchObject([{ calls: 1 }]);
  expect(await rowsOf(server, gone.key.keyId)).toEqual([]);
});

test("another plan changes the limit at once", async () => {
  const { org, key, projects } = await withCallsLeft(1);
  const changePlan = (plan: string) =>
    server.db.client.execute({
      sql: "update organizations set plan = ? where id = ?",
      args: [plan, org.id],
    });
  expectStatus(await key.get(projects), 200);
  expectStatus(await key.get(projects), 402);
  await changePlan("team");
  expectStatus(await key.get(projects), 200);
  await changePlan("business");
  expectStatus(await key.get(projects), 200);
  await changePlan("free");
  expectStatus(await key.get(projects), 402);
  expect(await storedOf(key)).toMatchObject([{ calls: 3, refused: 2 }]);
});

test("the next month begins without calls", async () => {
  const clock = await startServer();
  try {
    clock.stopTime();
    const { key, projects } = await withCallsLeft(2, clock);
    const calls = times(3, () => key.get(projects));
    expect(await statusesOf(calls)).toEqual({ 200: 2, 402: 1 });
    const now = clock.services.deps.now();
    const { endsAt, lastDay } = monthOf(now);
    clock.passTime(endsAt - now - 1);
    expectStatus(await key.get(projects), 402);
    clock.passTime(1);
    expectStatus(await key.get(projects), 200);
    const stored = await storedOf(key, clock);
    expect(stored.at(-1)).toMatchObject({ day: dayOf(endsAt), calls: 1 });
    expect(stored.at(-2)?.day).toBe(lastDay);
  } finally {
    await clock.stop();
  }
});

test("without billing there is no limit, and calls are counted", async () => {
  const free = await startServer({ BILLING: "off" });
  try {
    const { key, org, person, projects } = await withCallsLeft(0, free);
    expectStatus(await key.get(projects), 200);
    expect(await storedOf(key, free)).toMatchObject([{ calls: 1 }]);
    const path = `/organizations/${org.slug}/usage`;
    const { body } = expectStatus(await person.get<"usage.get">(path), 200);
    expect(body.month).toMatchObject({ calls: LIMIT + 1, limit: null });
  } finally {
    await free.stop();
  }
});

test("the admins get one mail at 80 % and one at 100 % of the limit", async () => {
  const { org, key, person, projects } = await withCallsLeft(LIMIT * 0.2 + 1);
  const mails = async () => {
    await server.services.background.idle();
    const all = await server.mailsTo(person.email);
    return all
      .filter(({ subject }) => subject.startsWith(org.name))
      .map(({ subject }) => subject);
  };
  expectStatus(await key.get(projects), 200);
  expect(await mails()).toEqual([
    `${org.name} has used 80% of this month’s API calls`,
  ]);
  expectStatus(await key.get(projects), 200);
  expect(await mails()).toHaveLength(1);

  const full = await withCallsLeft(2);
  for (const status of [200, 200, 402])
    expectStatus(await full.key.get(full.projects), status);
  await server.services.background.idle();
  const subjects = (await server.mailsTo(full.person.email))
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes(full.org.name));
  expect(subjects.toSorted()).toEqual([
    `${full.org.name} has used 80% of this month’s API calls`,
    `${full.org.name} has used all of this month’s API calls`,
  ]);
});

test("rows are kept for 24 months", async () => {
  const { org } = await withCallsLeft(9);
  const add = (day: string) =>
    server.db.client.execute(
      insertStatement(apiUsage, {
        orgId: org.id,
        id: `${day} old`,
        day,
        keyId: `old ${org.id}`,
        calls: 1,
      }),
    );
  await add("2024-10-31");
  await add("2024-11-01");
  const now = Date.parse("2026-11-30T12:00:00Z");
  await deleteExpired(server.db.client, now);
  expect(await rowsOf(server, `old ${org.id}`)).toMatchObject([
    { day: "2024-11-01" },
  ]);
});
