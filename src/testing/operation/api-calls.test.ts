import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { PLANS } from "#shared/plans";
import { openDatabase } from "#server/kernel/db/client";
import { dayOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement } from "#server/kernel/db/statement";
import { addPersonalKey, KeyActor } from "../kit/api-keys";
import { spawnServer } from "../kit/process";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { fixture, fixtureOfEachTest } from "../kit/suite";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";
import { startRedis } from "../peers/redis";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const LIMIT = PLANS.free.apiCalls;
const redis = fixture(startRedis);

/** Two instances that share a database and, if wanted, Redis. */
async function startTwo(redisUrl?: string) {
  const environment = { ...(redisUrl && { REDIS_URL: redisUrl }) };
  const here = await startServer(environment);
  const there = await startServer({
    ...environment,
    DATABASE_URL: here.config.database.url,
  });
  if (redisUrl) await Promise.all([here, there].map(countsWithRedis));
  return {
    here,
    there,
    async stop() {
      await there.stop();
      await here.stop();
    },
  };
}

/** Adds an organization in which some calls are left this month, and returns its key for each instance. */
async function withCallsLeft(left: number, instances: TestServer[]) {
  const [first] = instances;
  if (!first) throw new Error("There is no instance.");
  const ana = await first.person("Ana");
  const org = await first.organization(ana);
  const day = dayOf(Date.now());
  await first.db.client.execute(
    insertStatement(apiUsage, {
      orgId: org.id,
      id: `${day} earlier`,
      day,
      keyId: "earlier",
      calls: LIMIT - left,
    }),
  );
  const { keyId, key } = await addPersonalKey(first, org.id, ana);
  const keys = instances.map((instance) => new KeyActor(instance, keyId, key));
  return { org, keys, projects: `/organizations/${org.slug}/projects` };
}

/** Makes calls at both instances at once, and returns how many succeeded. */
async function succeeded(keys: KeyActor[], path: string, calls: number) {
  const answers = await Promise.all(
    Array.from({ length: calls }, (_, index) =>
      keys[index % keys.length]?.get(path),
    ),
  );
  for (const answer of answers)
    expect(answer?.status === 200 || answer?.status === 402).toBe(true);
  return answers.filter((answer) => answer?.status === 200).length;
}

/** Waits until the instance counts with Redis. */
function countsWithRedis({ services }: TestServer) {
  const known = { limit: 1, atLeast: 0, endsAt: Date.now() + 60_000 };
  return until("the instance counts with Redis", () =>
    services.deps.limits.totals.add("a test", known),
  );
}

/** Counts the calls that an instance could not count with Redis in time. */
function watchMisses({ services }: TestServer) {
  const { totals } = services.deps.limits;
  const { add } = totals;
  const watched = { misses: 0 };
  totals.add = async (...args) => {
    const counted = await add(...args);
    if (!counted) watched.misses++;
    return counted;
  };
  return watched;
}

/**
 * Runs a round again if an instance had to count alone for a moment: on a busy machine Redis may answer too late, and
 * then the limit is not exact.
 */
async function untilShared(
  instances: TestServer[],
  round: () => Promise<() => Promise<void> | void>,
): Promise<void> {
  const watched = instances.map(watchMisses);
  const misses = () => watched.reduce((sum, one) => sum + one.misses, 0);
  for (let attempt = 1; ; attempt++) {
    await Promise.all(instances.map(countsWithRedis));
    const before = misses();
    const check = await round();
    if (misses() === before) return check();
    if (attempt === 20) throw new Error("Redis never answers in time.");
  }
}

const flush = ({ services }: TestServer) => services.deps.meter.flush();

test("exactly as many calls at two instances with Redis succeed as are left", async () => {
  const { here, there, stop } = await startTwo(redis.url);
  try {
    await untilShared([here, there], async () => {
      const { org, keys, projects } = await withCallsLeft(30, [here, there]);
      const first = await succeeded(keys, projects, 50);
      const later = await succeeded(keys, projects, 10);
      await Promise.all([here, there].map(flush));
      const { rows } = await here.db.client.execute({
        sql: "select sum(calls) from api_usage where org_id = ?",
        args: [org.id],
      });
      return () =>
        expect([first, later, Number(rows[0]?.[0])]).toEqual([30, 0, LIMIT]);
    });
  } finally {
    await stop();
  }
});

test("calls at two instances with Redis that are refused give their place back", async () => {
  const { here, there, stop } = await startTwo(redis.url);
  try {
    await untilShared([here, there], async () => {
      const { keys, projects } = await withCallsLeft(10, [here, there]);
      for (const key of keys)
        for (let time = 0; time < 10; time++)
          expectStatus(await key.get(`${projects}?limit=0`), 400);
      const later = await succeeded(keys, projects, 20);
      return () => expect(later).toBe(10);
    });
  } finally {
    await stop();
  }
});

test("Redis starts again without its data: an instance still knows its own calls", async () => {
  const server = await startServer({ REDIS_URL: redis.url });
  try {
    await countsWithRedis(server);
    const { keys, projects } = await withCallsLeft(10, [server]);
    expect(await succeeded(keys, projects, 6)).toBe(6);
    await redis.kill();
    expect(await succeeded(keys, projects, 1)).toBe(1);
    await redis.start();
    await countsWithRedis(server);
    expect(await succeeded(keys, projects, 10)).toBe(3);
  } finally {
    await server.stop();
  }
});

test("without Redis each instance counts alone", async () => {
  const { here, there, stop } = await startTwo();
  try {
    const { keys, projects } = await withCallsLeft(10, [here, there]);
    expect(await succeeded(keys, projects, 40)).toBe(20);
  } finally {
    await stop();
  }
});

const folders = fixtureOfEachTest(async () => {
  const { path, remove } = temporaryFolder();
  return { path, stop: async () => remove() };
});

/** The program in a folder of its own, with an organization that has two calls left and a key that is not used yet. */
async function startProcess() {
  const { path } = folders;
  const environment = { DATABASE_SYNCHRONOUS: "NORMAL" };
  const process = await spawnServer(path, environment);
  const ana = await process.person("Ana");
  const org = await process.organization(ana);
  const issued = await ana.post<"apiKeys.create">(
    `/organizations/${org.slug}/api-keys`,
    { name: "Deploy", scopes: ["project:read"] },
  );
  const { key, secret } = expectStatus(issued, 201).body;
  const projects = `/organizations/${org.slug}/projects`;
  const stored = async () => {
    const db = await openDatabase({ url: `file:${join(path, "tenantry.db")}` });
    const { rows } = await db.client.execute({
      sql: "select calls from api_usage where key_id = ?",
      args: [key.id],
    });
    db.close();
    return Number(rows[0]?.calls ?? 0);
  };
  const callTimes = async (on: { url: URL }, count: number) => {
    const program = new KeyActor(on, key.id, secret);
    for (let time = 0; time < count; time++)
      expectStatus(await program.get(projects), 200);
  };
  const restart = () => spawnServer(path, environment);
  return { process, stored, callTimes, restart };
}

test("a server that is told to end stores its counts", async () => {
  const { process, stored, callTimes } = await startProcess();
  await callTimes(process, 7);
  expect(await process.end("SIGTERM")).toBe(0);
  expect(await stored()).toBe(7);
});

test("a killed server loses only the calls that it has not stored yet", async () => {
  const { process, stored, callTimes, restart } = await startProcess();
  await callTimes(process, 3);
  await until("the calls are stored", async () =>
    (await stored()) === 3 ? true : undefined,
  );
  await callTimes(process, 1);
  await process.end("SIGKILL");
  expect(await stored()).toBeGreaterThanOrEqual(3);
  const before = await stored();
  const again = await restart();
  await callTimes(again, 2);
  await again.end("SIGTERM");
  expect(await stored()).toBe(before + 2);
});

test("a restarted server counts on from what is stored", async () => {
  const first = await startServer();
  const { keys, projects } = await withCallsLeft(5, [first]);
  expect(await succeeded(keys, projects, 3)).toBe(3);
  await flush(first);
  const second = await startServer({ DATABASE_URL: first.config.database.url });
  const [key] = keys;
  const there = [new KeyActor(second, key?.keyId ?? "", key?.key ?? "")];
  try {
    expect(await succeeded(there, projects, 10)).toBe(2);
  } finally {
    await second.stop();
    await first.stop();
  }
});
