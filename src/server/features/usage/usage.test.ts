import { beforeAll, expect, test } from "bun:test";
import { newId } from "#shared/id";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { addDays, dayOf, monthOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import { insertStatement } from "#server/kernel/db/statement";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

async function usageOf({ slug }: TestOrganization, query = "") {
  const path = `/organizations/${slug}/usage${query}`;
  return expectStatus(await ana.get<"usage.get">(path), 200).body;
}

async function addKey(org: TestOrganization, name: string): Promise<string> {
  const id = newId("apiKey");
  const { secretHash, last4 } = newSecret(id);
  await server.db.client.batch([
    insertStatement(apiKeys, {
      orgId: org.id,
      id,
      name,
      userId: ana.id,
      scopes: ["project:read"],
      secretHash,
      last4,
      createdAt: 0,
    }),
  ]);
  return id;
}

function addUsage(
  org: TestOrganization,
  keyId: string,
  day: string,
  counts: { calls?: number; writes?: number; refused?: number },
) {
  return server.db.client.batch([
    insertStatement(apiUsage, {
      orgId: org.id,
      id: `${day} ${keyId}`,
      day,
      keyId,
      ...counts,
    }),
  ]);
}

const today = () => dayOf(Date.now());

test("an organization that never used the API has days without calls and no keys", async () => {
  const org = await server.organization(ana);
  const { month, period, days, keys, otherKeys } = await usageOf(org);
  const { firstDay, endsAt } = monthOf(Date.now());
  expect(month).toEqual({
    calls: 0,
    limit: 10_000,
    resetsAt: new Date(endsAt).toISOString(),
  });
  expect(period).toEqual({
    from: firstDay,
    to: today(),
    calls: 0,
    writes: 0,
    refused: 0,
  });
  expect(days.map(({ date }) => date).at(0)).toBe(firstDay);
  expect(days.map(({ date }) => date).at(-1)).toBe(today());
  expect([keys, otherKeys]).toEqual([[], 0]);
});

test("the calls are listed by day and by key, the busiest key first", async () => {
  const org = await server.organization(ana);
  const busy = await addKey(org, "Deploy");
  const quiet = await addKey(org, "Reports");
  const before = addDays(today(), -1);
  await addUsage(org, busy, before, { calls: 5, writes: 2 });
  await addUsage(org, busy, today(), { calls: 3, writes: 1, refused: 4 });
  await addUsage(org, quiet, today(), { calls: 2 });
  const read = await usageOf(org, `?from=${before}&to=${today()}`);
  expect(read.period).toMatchObject({ calls: 10, writes: 3, refused: 4 });
  expect(read.days).toEqual([
    { date: before, calls: 5, writes: 2, refused: 0 },
    { date: today(), calls: 5, writes: 1, refused: 4 },
  ]);
  const owner = { kind: "user", id: ana.id, name: "Ana" } as const;
  expect(read.keys).toEqual([
    {
      id: busy,
      name: "Deploy",
      isRevoked: false,
      owner,
      calls: 8,
      writes: 3,
      refused: 4,
      days: [
        { date: before, calls: 5 },
        { date: today(), calls: 3 },
      ],
    },
    {
      id: quiet,
      name: "Reports",
      isRevoked: false,
      owner,
      calls: 2,
      writes: 0,
      refused: 0,
      days: [{ date: today(), calls: 2 }],
    },
  ]);
});

test("a deleted key keeps its usage, without a name and an owner", async () => {
  const org = await server.organization(ana);
  const gone = newId("apiKey");
  await addUsage(org, gone, today(), { calls: 7 });
  const { month, keys } = await usageOf(org);
  expect(month.calls).toBe(7);
  expect(keys).toMatchObject([
    { id: gone, name: null, owner: null, isRevoked: true, calls: 7 },
  ]);
});

test("a revoked key keeps its name", async () => {
  const org = await server.organization(ana);
  const key = await addKey(org, "Old");
  await addUsage(org, key, today(), { calls: 1 });
  await server.db.client.execute({
    sql: "update api_keys set revoked_at = 1 where id = ?",
    args: [key],
  });
  const { keys } = await usageOf(org);
  expect(keys).toMatchObject([{ name: "Old", isRevoked: true }]);
});

test("calls of another month and of another organization do not count for the month", async () => {
  const org = await server.organization(ana);
  const other = await server.organization(ana);
  const { firstDay } = monthOf(Date.now());
  await addUsage(org, newId("apiKey"), addDays(firstDay, -1), { calls: 9 });
  await addUsage(other, newId("apiKey"), today(), { calls: 8 });
  expect((await usageOf(org)).month.calls).toBe(0);
});

test("more keys than fifty are counted, and the busiest are listed", async () => {
  const org = await server.organization(ana);
  for (let calls = 1; calls <= 52; calls++)
    await addUsage(org, newId("apiKey"), today(), { calls });
  const { keys, otherKeys, period } = await usageOf(org);
  expect([keys.length, otherKeys]).toEqual([50, 2]);
  expect([keys.at(0)?.calls, keys.at(-1)?.calls]).toEqual([52, 3]);
  expect(period.calls).toBe((52 * 53) / 2);
});

test("a long period is shortened to 92 days, and one that ends in the future to today", async () => {
  const org = await server.organization(ana);
  const long = await usageOf(org, `?from=2000-01-01&to=2026-06-30`);
  expect(long.days).toHaveLength(92);
  expect(long.period).toMatchObject({ from: "2026-03-31", to: "2026-06-30" });
  const future = await usageOf(org, `?to=${addDays(today(), 40)}`);
  expect(future.period.to).toBe(today());
});

test.each([
  ["?from=2026-02-30", "from"],
  ["?to=tomorrow", "to"],
  ["?from=2026-02-02&to=2026-02-01", "from"],
])("%s is refused at its field", async (query, path) => {
  const org = await server.organization(ana);
  const answer = await ana.get(`/organizations/${org.slug}/usage${query}`);
  expectStatus(answer, 400);
  expect(problemOf(answer).issues).toMatchObject([{ path }]);
});
