import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { type ServerProcess, spawnServer } from "../kit/process";
import { type RedisServer, startRedis } from "../peers/redis";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const UP = "Redis is up: the rate limits are shared";
const DOWN = "Redis is down: each instance counts its own rate limits";

const folders = [temporaryFolder(), temporaryFolder()];
let redis: RedisServer;
let instances: ServerProcess[];
beforeAll(async () => {
  redis = await startRedis();
  instances = await Promise.all(
    folders.map(({ path }) =>
      spawnServer(path, {
        REDIS_URL: redis.url,
        RATE_LIMIT_FACTOR: "1",
        LOG_LEVEL: "info",
        TRUSTED_PROXIES: "127.0.0.1,::1",
      }),
    ),
  );
  await Promise.all(instances.map((instance) => said(instance, [UP])));
});
afterAll(async () => {
  await Promise.all(instances.map(({ end }) => end("SIGKILL")));
  await redis.stop();
  folders.forEach(({ remove }) => remove());
});

/** Waits until the instance has logged exactly these messages about Redis. */
function said({ output }: ServerProcess, messages: string[]) {
  return until(`the log says ${messages.join(", ")}`, () => {
    const lines = output().match(/Redis is [^"]+/g) ?? [];
    return Bun.deepEquals([...lines], messages) ? true : undefined;
  });
}

/**
 * Sends requests of one client to the instances in turn and returns the statuses. Each request looks up an unknown
 * invitation token.
 */
async function lookUps(client: string, count: number, to = instances) {
  const statuses: number[] = [];
  for (let time = 0; time < count; time++)
    statuses.push(await lookUp(client, to[time % to.length]));
  return statuses;
}

async function lookUp(client: string, instance: ServerProcess | undefined) {
  if (!instance) throw new Error("There is no such instance.");
  const headers = { "x-forwarded-for": client };
  const { status } = await instance
    .stranger()
    .post("/invitations/preview", { token: "x".repeat(43) }, { headers });
  return status;
}

function times(count: number, status: number) {
  return Array.from({ length: count }, () => status);
}

test("two instances count one client together", async () => {
  expect(await lookUps("10.0.0.1", 22)).toEqual([
    ...times(20, 404),
    ...times(2, 429),
  ]);
});

test("Redis dies and comes back: every request is answered, and every limit holds", async () => {
  expect(await lookUps("10.0.0.2", 10)).toEqual(times(10, 404));
  await redis.kill();
  for (const instance of instances)
    expect(await lookUps("10.0.0.2", 16, [instance])).toEqual([
      ...times(15, 404),
      429,
    ]);
  await Promise.all(instances.map((one) => said(one, [UP, DOWN])));
  await redis.start();
  await Promise.all(instances.map((one) => said(one, [UP, DOWN, UP])));
  expect(await lookUps("10.0.0.2", 2)).toEqual([429, 429]);
  expect(await lookUps("10.0.0.3", 21)).toEqual([...times(20, 404), 429]);
});

test("Redis hangs: every request is answered, and every limit holds", async () => {
  redis.pause();
  const [first] = instances;
  expect(await lookUp("10.0.0.4", first)).toBe(404);
  if (!first) throw new Error("There is no instance.");
  expect(await lookUps("10.0.0.4", 20, [first])).toEqual([
    ...times(19, 404),
    429,
  ]);
  await said(first, [UP, DOWN, UP, DOWN]);
  redis.resume();
  await said(first, [UP, DOWN, UP, DOWN, UP]);
  expect(await lookUp("10.0.0.4", first)).toBe(429);
});

test("an instance with Redis ends when it is told to", async () => {
  const [, second] = instances;
  expect(await second?.end("SIGTERM")).toBe(0);
});
