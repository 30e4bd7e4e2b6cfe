import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { join } from "node:path";
import type { Actor, Answer } from "../kit/actor";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { listen } from "../kit/live";
import { type LosingProxy, startLosingProxy } from "../peers/losing-proxy";
import { problemOf } from "../kit/problem";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

setDefaultTimeout(300_000);

/**
 * The number of crashes. `CRASH_ROUNDS=20 bun test src/testing/operation/database-dies.test.ts` kills the database
 * twenty times.
 */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const WRITERS = 24;

function isRetryable({ status, headers }: Answer): boolean {
  return status === 503 && Number(headers.get("retry-after")) > 0;
}

const onlyHere = describe.skipIf(!hasLibsqlServer);

onlyHere("a connection to the database that breaks", () => {
  const INSERT = 'insert into \\"projects\\"';
  let sqld: LibsqlServer;
  let proxy: LosingProxy;
  let server: TestServer;
  let ana: Actor;
  let org: TestOrganization;
  beforeAll(async () => {
    sqld = await startLibsqlServer();
    proxy = await startLosingProxy(sqld.url);
    server = await startServer({ DATABASE_URL: proxy.url });
    ana = await server.person("Ana");
    org = await server.organization(ana);
  });
  afterAll(async () => {
    await server.stop();
    await proxy.stop();
    await sqld.stop();
  });

  const create = (name: string, key?: string) =>
    ana.post(
      `/organizations/${org.slug}/projects`,
      { name },
      key === undefined ? {} : { headers: { "idempotency-key": key } },
    );
  const stored = async (name: string) => {
    const { rows } = await server.db.client.execute({
      sql: `select id, (select count(*) from audit_log where changes like '%' || projects.id || '%') as events
        from projects where name = ?`,
      args: [name],
    });
    return rows.map(({ id, events }) => ({
      id: String(id),
      events: Number(events),
    }));
  };

  for (const [what, isStored] of [
    ["answer", true],
    ["request", false],
  ] as const)
    test(`before the ${what} of a batch arrives: it is not known whether it was stored, and the same key stores it once`, async () => {
      const name = `The ${what} is lost`;
      const key = crypto.randomUUID();
      const before = proxy.passed(INSERT);
      proxy.lose(what, INSERT);
      const unknown = await create(name, key);
      expectStatus(unknown, 503);
      expect(problemOf(unknown).reason).toBe("OUTCOME_UNKNOWN");
      expect(problemOf(unknown).message).toContain("same Idempotency-Key");
      expect(isRetryable(unknown)).toBe(true);
      // The server itself did not send the statement a second time.
      expect(proxy.passed(INSERT) - before).toBe(isStored ? 1 : 0);
      expect(await stored(name)).toHaveLength(isStored ? 1 : 0);

      const repeated = expectStatus(await create(name, key), 201);
      expect(await stored(name)).toEqual([
        { id: String(repeated.body.id), events: 1 },
      ]);
      expect(proxy.passed(INSERT) - before).toBe(1);
    });

  test("while reading: the server is busy, and nothing is written", async () => {
    proxy.lose("answer", 'from \\"sessions\\"');
    const read = await ana.get(`/organizations/${org.slug}/projects`);
    expectStatus(read, 503);
    expect(problemOf(read).reason).toBe("BUSY");
    expect(isRetryable(read)).toBe(true);

    const before = proxy.passed(INSERT);
    proxy.lose("answer", 'from \\"sessions\\"');
    const refused = await create("Never decided");
    expectStatus(refused, 503);
    expect(problemOf(refused).reason).toBe("BUSY");
    expect(proxy.passed(INSERT)).toBe(before);
    expect(await stored("Never decided")).toEqual([]);
  });

  test("tells open pages to read again what may be stored", async () => {
    const page = await listen(server, ana, org.slug);
    const told = page.receives("projects");
    proxy.lose("answer", INSERT);
    expectStatus(await create("Seen by others"), 503);
    await told;
    page.leave();
  });
});

for (const mode of ["remote", "replica"] as const)
  onlyHere(
    `a libSQL server that is killed while it is written to, ${mode === "remote" ? "over HTTP" : "with an embedded replica"}`,
    () => {
      const folder = temporaryFolder();
      let sqld: LibsqlServer;
      let server: TestServer;
      let ana: Actor;
      let org: TestOrganization;
      beforeAll(async () => {
        sqld = await startLibsqlServer();
        server = await startServer({
          BILLING: "off",
          DATABASE_URL: sqld.url,
          ...(mode === "replica" && {
            DATABASE_REPLICA_PATH: join(folder.path, "replica.db"),
          }),
        });
        ana = await server.person("Ana");
        org = await server.organization(ana);
      });
      afterAll(async () => {
        await server.stop();
        await sqld.stop();
        folder.remove();
      });

      const create = (name: string) =>
        ana.post(
          `/organizations/${org.slug}/projects`,
          { name },
          { headers: { "idempotency-key": name } },
        );

      /**
       * Runs parallel writers and kills the database after a random number of writes. Each writer stops at its first
       * refused write.
       */
      async function writeUntilKilled(round: number) {
        const outcomes = new Map<string, Answer>();
        const target = 1 + Math.floor(Math.random() * 60);
        let stored = 0;
        let killed: Promise<void> | undefined;
        const lane = async (number: number) => {
          for (let i = 0; ; i++) {
            const name = `Project ${round}-${number}-${i}`;
            const answer = await create(name);
            outcomes.set(name, answer);
            if (answer.status !== 201) return;
            if (++stored >= target) killed ??= sqld.kill();
          }
        };
        await Promise.all(Array.from({ length: WRITERS }, (_, i) => lane(i)));
        await killed;
        return outcomes;
      }

      const count = async (name: string) => {
        const { rows } = await server.db.client.execute({
          sql: "select count(*) from projects where name = ?",
          args: [name],
        });
        return Number(rows[0]?.[0]);
      };

      test(
        "is answered with 503 alone, loses nothing acknowledged, and each change can be repeated",
        async () => {
          for (let round = 0; round < ROUNDS; round++) {
            const outcomes = await writeUntilKilled(round);
            const refused = [...outcomes].filter(
              ([, { status }]) => status !== 201,
            );
            expect(refused).toHaveLength(WRITERS);
            for (const [, answer] of refused) {
              expect(["BUSY", "OUTCOME_UNKNOWN"]).toContain(
                String(answer.body.reason),
              );
              expect(isRetryable(answer)).toBe(true);
            }
            await sqld.start();
            await until("the server is ready again", async () => {
              const { ok } = await fetch(new URL("/readyz", server.url));
              return ok || undefined;
            });
            // Sync the replica first, because a server with a replica can be ready before the replica has all rows.
            await server.db.refresh?.();
            for (const [name, { status, body }] of outcomes) {
              if (status === 201)
                expect({ [name]: await count(name) }).toEqual({ [name]: 1 });
              if (body.reason === "BUSY")
                expect({ [name]: await count(name) }).toEqual({ [name]: 0 });
            }
            for (const [name] of refused) {
              expectStatus(await create(name), 201);
              expect({ [name]: await count(name) }).toEqual({ [name]: 1 });
            }
          }
          const verified = await ana.get(
            `/organizations/${org.slug}/audit-log/verification`,
          );
          expect(expectStatus(verified, 200).body.fault).toBeNull();
        },
        300_000 + ROUNDS * 20_000,
      );

      test("does not end the outbox: mail that is written afterwards is delivered", async () => {
        const ben = await server.person("Ben");
        const { token } = await server.invite(ana, org, ben.email, "member");
        expectStatus(await ben.post("/invitations/accept", { token }), 200);
      });
    },
  );
