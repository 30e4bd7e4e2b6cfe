import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  createTestLimits,
  inTurn,
  refusal,
  type TestLimits,
} from "#testing/kit/rate-limits";
import { type RedisServer, startRedis } from "#testing/peers/redis";
import { until } from "#testing/kit/until";

const UP = "Redis is up: the rate limits are shared";
const DOWN = "Redis is down: each instance counts its own rate limits";

let redis: RedisServer;
let here: TestLimits;
let there: TestLimits;
beforeEach(async () => {
  redis = await startRedis();
  here = createTestLimits({ redisUrl: redis.url });
  there = createTestLimits({ redisUrl: redis.url });
  await inTurn([here, there]).settled();
});
afterEach(async () => {
  here.close();
  there.close();
  await redis.stop();
});

async function consume(limits: TestLimits, times: number) {
  for (let time = 0; time < times; time++) await limits.consume("token", "key");
}

function logged(limits: TestLimits, ...messages: string[]) {
  return until(`"${messages.join(", ")}" is all that is logged`, () =>
    Bun.deepEquals(limits.logged, messages) ? true : undefined,
  );
}

test("two instances share one limit, also for concurrent calls", async () => {
  const tries = Array.from({ length: 30 }, () => [
    here.consume("token", "key"),
    there.consume("token", "key"),
  ]);
  const outcomes = await Promise.allSettled(tries.flat());
  const passed = outcomes.filter(({ status }) => status === "fulfilled");
  expect(passed).toHaveLength(20);
  expect(await here.tryConsume("token", "key")).toBe(false);
  expect(await there.tryConsume("token", "key")).toBe(false);
});

test("limits hold while Redis is down and are shared again when it is back", async () => {
  await consume(inTurn([here, there]), 10);
  await redis.kill();
  // Each instance has counted five of the first ten units.
  await consume(here, 15);
  await refusal(here.consume("token", "key"));
  await consume(there, 10);
  await logged(here, UP, DOWN);

  await redis.start();
  await logged(here, UP, DOWN, UP);
  await logged(there, UP, DOWN, UP);
  // The restarted Redis has no counts, but the instances still have their own counts.
  await refusal(here.consume("token", "key"));
  expect(await there.tryConsume("token", "key")).toBe(true);
  const both = inTurn([there, here]);
  for (let time = 0; time < 20; time++)
    await both.consume("token", "another key");
  await refusal(here.consume("token", "another key"));
  await refusal(there.consume("token", "another key"));
});

test("a Redis that does not answer delays no call, and limits hold in memory", async () => {
  await consume(here, 10);
  redis.pause();
  await consume(here, 10);
  await refusal(here.consume("token", "key"));
  await logged(here, UP, DOWN);
  redis.resume();
  await logged(here, UP, DOWN, UP);
  await refusal(here.consume("token", "key"));
});

test("a full Redis counts as down until it accepts writes again", async () => {
  await redis.call("CONFIG", "SET", "maxmemory", "1");
  await consume(here, 20);
  await refusal(here.consume("token", "key"));
  await logged(here, UP, DOWN);
  await redis.call("CONFIG", "SET", "maxmemory", "0");
  await logged(here, UP, DOWN, UP);
  expect(await there.tryConsume("token", "key")).toBe(true);
  await here.consume("credentials", "key");
  const keys = String(await redis.call("KEYS", "tenantry:limit:credentials:*"));
  expect(keys).not.toBe("");
});

test("Redis gets no address and no session ID, and its keys expire", async () => {
  await here.consume("mailPerRecipient", "ana@example.com");
  await here.consume("session", "ses_secret");
  await here.consume("anonymous", "192.0.2.77");
  const keys = (await redis.call("KEYS", "*")) as string[];
  const ours = keys.filter((key) => !key.endsWith(":proof"));
  expect(ours).toHaveLength(3);
  for (const key of ours) {
    expect(key).toMatch(/^tenantry:limit:\w+:[\w-]{43}$/);
    expect(Number(await redis.call("TTL", key))).toBeGreaterThan(0);
  }
  const plain = Bun.CryptoHasher.hash("sha256", "ana@example.com", "base64url");
  expect(keys.join()).not.toContain(plain);
});

test("after closing, the client does not reconnect or log", async () => {
  here.close();
  there.close();
  await until("no client is connected", async () => {
    const clients = String(await redis.call("CLIENT", "LIST"));
    return clients.includes("name=tenantry") ? undefined : true;
  });
  await redis.kill();
  expect(here.logged).toEqual([UP]);
  await here.consume("token", "key");
});
