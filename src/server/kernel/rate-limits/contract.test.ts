import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  createTestLimits,
  inTurn,
  refusal,
  type TestLimits,
} from "#testing/kit/rate-limits";
import { type RedisServer, startRedis } from "#testing/peers/redis";
import { freePort } from "#testing/kit/temporary";
import { type Bucket, bucketNames } from "./buckets";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const documented: [Bucket, number, number][] = [
  ["signInFailure", 10, 15 * MINUTE],
  ["secondFactorFailure", 10, 15 * MINUTE],
  ["secondFactorFailurePerDay", 30, 24 * HOUR],
  ["credentials", 20, 5 * MINUTE],
  ["mailPerRecipient", 3, HOUR],
  ["emailChangePerAddress", 20, 24 * HOUR],
  ["signUpMail", 3, HOUR],
  ["signUpMailPerAddress", 20, 24 * HOUR],
  ["noticePerRecipient", 20, HOUR],
  ["mailPerClient", 20, HOUR],
  ["invitationPerRecipient", 3, HOUR],
  ["invitationPerAddress", 20, 24 * HOUR],
  ["invitationPerUser", 100, 24 * HOUR],
  ["invitationPerNewUser", 25, 24 * HOUR],
  ["announcement", 5, HOUR],
  ["newOrganization", 10, 24 * HOUR],
  ["slugCheck", 120, HOUR],
  ["accessRequest", 10, 24 * HOUR],
  ["newApiKey", 100, 24 * HOUR],
  ["verification", 10, 5 * MINUTE],
  ["heavyRead", 1500, MINUTE],
  ["domainCheck", 20, 10 * MINUTE],
  ["token", 20, MINUTE],
  ["session", 600, MINUTE],
  ["apiKey", 600, MINUTE],
  ["keysOfOrganization", 3000, MINUTE],
  ["anonymous", 120, MINUTE],
  ["picture", 1200, MINUTE],
  ["writtenOnFree", 64 * 1024 * 1024, 24 * HOUR],
  ["writtenOnPaid", 512 * 1024 * 1024, 24 * HOUR],
];

test("every limit is documented here", () => {
  expect(documented.map(([bucket]) => bucket)).toEqual(bucketNames);
});

let redis: RedisServer;
const places: [string, () => Promise<(factor?: number) => TestLimits>][] = [
  ["in memory", async () => (factor) => createTestLimits({ factor })],
  [
    "in Redis, for instances that take turns",
    async () => {
      redis = await startRedis();
      const instance = (factor?: number) =>
        createTestLimits({ factor, redisUrl: redis.url });
      return (factor) => inTurn([instance(factor), instance(factor)]);
    },
  ],
  [
    "in memory because Redis was never there",
    async () => {
      const redisUrl = `redis://127.0.0.1:${freePort()}`;
      return (factor) => createTestLimits({ factor, redisUrl });
    },
  ],
];
afterAll(() => redis.stop());

describe.each(places)("limits %s", (_, prepare) => {
  let create: (factor?: number) => TestLimits;
  let limits: TestLimits;
  const created: TestLimits[] = [];
  beforeAll(async () => {
    const place = await prepare();
    create = (factor) => {
      const made = place(factor);
      created.push(made);
      return made;
    };
    limits = create();
    await limits.settled();
  });
  afterAll(() => created.forEach(({ close }) => close()));

  test.each(documented)(
    "%s: %d in %d seconds",
    async (bucket, points, seconds) => {
      const key = crypto.randomUUID();
      const units = points > 10_000 ? points : 1;
      for (let used = 0; used < points; used += units)
        await limits.consume(bucket, key, units);
      expect(await limits.tryConsume(bucket, key)).toBe(false);
      const { reason, details } = await refusal(limits.consume(bucket, key));
      expect(reason).toBe("RATE_LIMITED");
      expect(details.retryAfter).toBeGreaterThan(seconds - 20);
      expect(details.retryAfter).toBeLessThanOrEqual(seconds);
      const another = crypto.randomUUID();
      await limits.consume(bucket, another);
    },
  );

  test("count the given units", async () => {
    const key = crypto.randomUUID();
    await limits.consume("heavyRead", key, 1000);
    await limits.consume("heavyRead", key, 500);
    const { reason } = await refusal(limits.consume("heavyRead", key));
    expect(reason).toBe("RATE_LIMITED");
  });

  test("are multiplied by the factor", async () => {
    const double = create(2);
    await double.settled();
    const key = crypto.randomUUID();
    for (let time = 0; time < 40; time++) await double.consume("token", key);
    await refusal(double.consume("token", key));
  });

  test("hold for concurrent calls", async () => {
    const key = crypto.randomUUID();
    const tries = Array.from({ length: 60 }, () =>
      limits.consume("token", key),
    );
    const outcomes = await Promise.allSettled(tries);
    const passed = outcomes.filter(({ status }) => status === "fulfilled");
    expect(passed).toHaveLength(20);
  });

  test("are ten times as high for an IPv6 /48 as for a /64", async () => {
    const site = `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}`;
    const consume = (network: number) =>
      limits.consumeClient("token", `${site}:${network.toString(16)}::1`);
    for (let network = 0; network < 10; network++)
      for (let time = 0; time < 20; time++) await consume(network);
    const { reason } = await refusal(consume(10));
    expect(reason).toBe("RATE_LIMITED");
    await limits.consumeClient("token", "192.0.2.1");
  });

  test("of a full /64 do not use up its /48", async () => {
    const site = `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}`;
    const consume = (network: number) =>
      limits.consumeClient("token", `${site}:${network.toString(16)}::1`);
    for (let time = 0; time < 20; time++) await consume(0);
    for (let time = 0; time < 200; time++) await refusal(consume(0));
    await consume(1);
  });

  test("of one bucket are independent of other buckets", async () => {
    const key = crypto.randomUUID();
    for (let time = 0; time < 20; time++) await limits.consume("token", key);
    expect(await limits.tryConsume("token", key)).toBe(false);
    expect(await limits.tryConsume("credentials", key)).toBe(true);
  });

  test("are not exceeded by tryConsume, also with concurrent calls", async () => {
    const key = crypto.randomUUID();
    const tries = Array.from({ length: 30 }, () =>
      limits.tryConsume("token", key),
    );
    const done = (await Promise.all(tries)).filter((isDone) => isDone);
    expect(done).toHaveLength(20);
    // Refused units are not counted, so one unit that is given back allows exactly one more call.
    await limits.giveBack("token", key);
    expect(await limits.tryConsume("token", key)).toBe(true);
    expect(await limits.tryConsume("token", key)).toBe(false);
  });

  test("can use a unit that was given back, once", async () => {
    const key = crypto.randomUUID();
    for (let time = 0; time < 10; time++)
      await limits.consume("signInFailure", key);
    await limits.giveBack("signInFailure", key);
    await limits.consume("signInFailure", key);
    await refusal(limits.consume("signInFailure", key));
  });

  test("are not raised by a unit that is given back too late", async () => {
    const key = crypto.randomUUID();
    await limits.giveBack("signInFailure", key);
    await limits.giveBack("signInFailure", key);
    for (let time = 0; time < 10; time++)
      await limits.consume("signInFailure", key);
    await refusal(limits.consume("signInFailure", key));
  });

  test("return how long a budget is exhausted, at most its period", async () => {
    const key = crypto.randomUUID();
    const half = 32 * 1024 * 1024;
    expect(await limits.spend("writtenOnFree", key, half)).toBe(0);
    expect(await limits.spend("writtenOnFree", key, half - 1)).toBe(0);
    for (const bytes of [1, 10 * half]) {
      const wait = await limits.spend("writtenOnFree", key, bytes);
      expect(wait).toBeGreaterThan(23 * HOUR * 1000);
      expect(wait).toBeLessThanOrEqual(24 * HOUR * 1000);
    }
    expect(await limits.spend("writtenOnPaid", key, half)).toBe(0);
  });

  test("delay mail, and later mail no less", async () => {
    const key = crypto.randomUUID();
    const waits = [];
    for (let time = 0; time < 7; time++)
      waits.push(await limits.waitFor("mailPerRecipient", key));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    const hours = waits.slice(3).map((wait) => wait / (HOUR * 1000));
    expect(hours.map(Math.round)).toEqual([1, 1, 1, 2]);
  });
});

test("the error says in words how long to wait", async () => {
  const limits = createTestLimits();
  const wait = async (bucket: Bucket, times: number) => {
    for (let time = 0; time < times; time++)
      await limits.consume(bucket, "key");
    return (await refusal(limits.consume(bucket, "key"))).message;
  };
  expect(await wait("credentials", 20)).toBe(
    "Too many requests. Try again in 5 minutes.",
  );
  expect(await wait("newOrganization", 10)).toBe(
    "Too many requests. Try again in 24 hours.",
  );
});
