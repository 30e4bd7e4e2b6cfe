import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { join } from "node:path";
import { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { type LiveListener, listen } from "#testing/kit/live";
import { type ServerProcess, spawnServer } from "#testing/kit/process";
import { type RedisServer, startRedis } from "#testing/peers/redis";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "#testing/peers/sqld";
import { temporaryFolder } from "#testing/kit/temporary";
import { until } from "#testing/kit/until";

// The timeout only stops a test that hangs. It is long, because programs start slowly on a busy machine.
setDefaultTimeout(300_000);

const TOGETHER = "the instances share their events";
const ALONE = "each instance reaches only its own pages";

for (const hasReplica of [false, true])
  describe.skipIf(!hasLibsqlServer)(
    `two instances ${hasReplica ? "with an embedded replica each" : "on one libSQL server"}, and Redis`,
    () => twoInstances(hasReplica),
  );

function twoInstances(hasReplica: boolean): void {
  const folders = [temporaryFolder(), temporaryFolder()];
  let redis: RedisServer;
  let sqld: LibsqlServer;
  let here: ServerProcess;
  let there: ServerProcess;
  let ana: Actor;

  const start = (folder: string) =>
    spawnServer(folder, {
      DATABASE_URL: sqld.url,
      REDIS_URL: redis.url,
      LOG_LEVEL: "info",
      ...(hasReplica && { DATABASE_REPLICA_PATH: join(folder, "replica.db") }),
    });
  beforeAll(async () => {
    [redis, sqld] = await Promise.all([startRedis(), startLibsqlServer()]);
    const [one = "", other = ""] = folders.map(({ path }) => path);
    here = await start(one);
    there = await start(other);
    await logged(TOGETHER);
    ana = await here.person("Ana");
  });
  afterAll(async () => {
    await Promise.all([here.end("SIGKILL"), there.end("SIGKILL")]);
    await Promise.all([redis.stop(), sqld.stop()]);
    folders.forEach(({ remove }) => remove());
  });

  /**
   * Waits until this state is the last one that each instance has logged. On a slow machine, an instance may log in
   * between that Redis is down.
   */
  const logged = (state: string) =>
    until(`both instances log: ${state}`, () => {
      const pattern = new RegExp(`${TOGETHER}|${ALONE}`, "g");
      const logs = [here, there].map(({ output }) => [
        ...(output().match(pattern) ?? []),
      ]);
      for (const log of logs) expectOnlyChanges(log);
      return logs.every((log) => log.at(-1) === state) || undefined;
    });

  /** Creates an organization in which Ana uses one instance, and Ben has a page open at the other instance. */
  const team = async () => {
    const org = await here.organization(ana);
    const ben = await here.join(ana, org, "member");
    const benThere = new Actor(there, ben.name, ben.email, ben.password);
    expectStatus(await benThere.signIn(), 200);
    // A write of the first instance may reach the replica of the other instance a moment later.
    await until("the other instance knows of it", async () => {
      const { status } = await benThere.get(`/organizations/${org.slug}`);
      return status === 200 || undefined;
    });
    const subscriber = await listen(there, benThere, org.slug);
    return { org, ben, benThere, subscriber };
  };
  const member = (org: TestOrganization, { id }: Actor) =>
    `/organizations/${org.slug}/members/${id}`;
  const lastOf = async (subscriber: LiveListener) => {
    await subscriber.ended;
    return subscriber.kinds.at(-1);
  };

  test("a changed role is reported by the other instance, which can read it already", async () => {
    const { org, ben, benThere, subscriber } = await team();
    const told = subscriber.receives("you");
    expectStatus(await ana.put(member(org, ben), { role: "viewer" }), 200);
    await told;
    const { body } = await benThere.get(`/organizations/${org.slug}`);
    expect(body).toMatchObject({ role: "viewer" });
    subscriber.leave();
  });

  test("a member who is removed at one instance loses the stream at the other", async () => {
    const { org, ben, subscriber } = await team();
    expectStatus(await ana.delete(member(org, ben)), 204);
    expect(await lastOf(subscriber)).toBe("lost");
  });

  test("Redis gets the IDs of changed data and no content", async () => {
    const { org, subscriber } = await team();
    const firstSaid = await redis.watch("tenantry:live");
    const heard = subscriber.receives("projects");
    const path = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(path, { name: "A secret name" }), 201);
    await heard;
    expect(JSON.parse(await firstSaid())).toEqual({
      from: expect.any(String),
      event: {
        about: "organization",
        orgId: org.id,
        topics: ["projects", "audit"],
        people: [],
      },
    });
    subscriber.leave();
  });

  test("without Redis each instance reaches its own pages, and when Redis is back all pages read again", async () => {
    const { org, ben, subscriber } = await team();
    const own = await listen(here, ana, org.slug);
    await redis.kill();
    await logged(ALONE);
    const toldHere = own.receives("members");
    expectStatus(await ana.put(member(org, ben), { role: "viewer" }), 200);
    await toldHere;
    expect(subscriber.kinds).toEqual(["you"]);

    const caughtUp = subscriber.receives("you");
    await redis.start();
    await logged(TOGETHER);
    await caughtUp;
    expectStatus(await ana.delete(member(org, ben)), 204);
    expect(await lastOf(subscriber)).toBe("lost");
    own.leave();
  });
}

/** Expects that a state is logged only when it changes. */
function expectOnlyChanges(log: readonly string[]): void {
  expect(log.filter((state, index) => state === log[index - 1])).toEqual([]);
}
