import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  type Mock,
  setDefaultTimeout,
  spyOn,
  test,
} from "bun:test";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { newId } from "#shared/id";
import { Actor } from "../kit/actor";
import { type CuttableLine, openLine } from "../peers/cuttable-line";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { problemOf } from "../kit/problem";
import { type ServerProcess, spawnServer } from "../kit/process";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

setDefaultTimeout(300_000);

describe.skipIf(!hasLibsqlServer)(
  "an instance with an embedded replica",
  () => {
    const folder = temporaryFolder();
    let sqld: LibsqlServer;
    let line: CuttableLine;
    let primary: TestServer;
    let replica: ServerProcess;
    let ana: Actor;
    beforeAll(async () => {
      sqld = await startLibsqlServer();
      line = await openLine(sqld.url);
      primary = await startServer({ DATABASE_URL: sqld.url });
      // Start the replica in a separate process: a sync blocks its whole process, and the proxy in this process must
      // keep running.
      replica = await spawnServer(folder.path, {
        DATABASE_URL: line.url,
        DATABASE_REPLICA_PATH: join(folder.path, "replica.db"),
        REPLICA_MAX_LAG: "5",
      });
      ana = await primary.person("Ana");
    });
    afterAll(async () => {
      await replica.end("SIGKILL");
      await primary.stop();
      await line.stop();
      await sqld.stop();
      folder.remove();
    });

    const atReplica = async (actor: Actor) => {
      const there = new Actor(replica, actor.name, actor.email, actor.password);
      expectStatus(await there.signIn(), 200);
      return there;
    };
    const ready = async () =>
      (await fetch(new URL("/readyz", replica.url))).status;

    test("that is cut off from its primary lets a removed member read no longer than REPLICA_MAX_LAG", async () => {
      const org = await primary.organization(ana);
      const eve = await primary.join(ana, org, "member", "Eve");
      const there = await atReplica(eve);
      const members = `/organizations/${org.slug}/members`;
      expectStatus(await there.get(members), 200);
      expect(await ready()).toBe(200);

      await line.cut();
      try {
        expectStatus(await ana.delete(`${members}/${eve.id}`), 204);
        await until(
          "the instance is not ready",
          async () => (await ready()) === 503 || undefined,
        );
        for (const path of [members, "/auth/context", "/organizations"]) {
          const refused = expectStatus(await there.get(path), 503);
          expect(problemOf(refused).reason).toBe("BUSY");
          expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
        }
        const alive = await fetch(new URL("/healthz", replica.url));
        expect(alive.status).toBe(200);
      } finally {
        await line.mend();
      }
      await until(
        "the instance is ready again",
        async () => (await ready()) === 200 || undefined,
      );
      expectStatus(await there.get(members), 404);
    });

    test("knows a session that began at another instance a moment ago", async () => {
      for (let round = 0; round < 10; round++) {
        const here = ana.otherBrowser();
        expectStatus(await here.signIn(), 200);
        const there = await fetch(new URL("/api/auth/context", replica.url), {
          headers: { cookie: here.cookie },
        });
        expect(there.status).toBe(200);
      }
    });
  },
);

describe.skipIf(!hasLibsqlServer)("a cookie that no session belongs to", () => {
  const folder = temporaryFolder();
  let sqld: LibsqlServer;
  let server: TestServer;
  let asked: Mock<Client["execute"]>;
  beforeAll(async () => {
    sqld = await startLibsqlServer();
    server = await startServer({
      DATABASE_URL: sqld.url,
      DATABASE_REPLICA_PATH: join(folder.path, "replica.db"),
      RATE_LIMIT_FACTOR: "1",
    });
    if (!server.db.primary) throw new Error("It has no replica.");
    asked = spyOn(server.db.primary, "execute");
  });
  beforeEach(() => void asked.mockClear());
  afterAll(async () => {
    await server.stop();
    await sqld.stop();
    folder.remove();
  });

  const lookUps = () =>
    asked.mock.calls.filter((call) =>
      JSON.stringify(call).includes("select 1 from sessions where id"),
    ).length;
  const madeUp = () => `sid=${newId("session")}.${"x".repeat(43)}`;
  const read = (cookie: string) =>
    server.stranger().get("/auth/context", { headers: { cookie } });

  test("is not looked up at the primary unless it has the form of one", async () => {
    const id = newId("session");
    for (const cookie of [
      "sid=x",
      `sid=${id}`,
      `sid=${id}.short`,
      `sid=${newId("user")}.${"x".repeat(43)}`,
      `sid=ses_x.${"x".repeat(43)}`,
    ])
      expectStatus(await read(cookie), 401);
    expect(lookUps()).toBe(0);
  });

  test("is not looked up for a change, which has caught up already", async () => {
    const headers = { cookie: madeUp() };
    const change = server.stranger().post("/organizations", {}, { headers });
    expectStatus(await change, 401);
    expect(lookUps()).toBe(0);
  });

  test("is looked up once, and at most as often as a client may call without a session", async () => {
    expectStatus(await read(madeUp()), 401);
    expect(lookUps()).toBe(1);
    let answered = 1;
    while ((await read(madeUp())).status === 401) answered++;
    expect(answered).toBeLessThanOrEqual(120);
    expect(lookUps()).toBe(answered);
    expectStatus(await read(madeUp()), 429);
    expect(lookUps()).toBe(answered);
  });
});
