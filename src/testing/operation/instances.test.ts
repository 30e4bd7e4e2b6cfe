import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { join } from "node:path";
import { openDatabase } from "#server/kernel/db/client";
import { Actor } from "../kit/actor";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { createRaceControl } from "../kit/race";
import { count, outcome } from "../races/rounds";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const RUNS = Number(process.env.RACE_RUNS ?? 5);

const modes = [
  ["that share a libSQL server", false],
  ["with an embedded replica each", true],
] as const;
for (const [title, hasReplica] of modes)
  describe.skipIf(!hasLibsqlServer)(`two instances ${title}`, () =>
    twoInstances(hasReplica),
  );

function twoInstances(hasReplica: boolean): void {
  const folder = temporaryFolder();
  const control = createRaceControl();
  let sqld: LibsqlServer;
  let here: TestServer;
  let there: TestServer;
  let ana: Actor;
  let ben: Actor;

  const start = (name: string) =>
    startServer(
      {
        DATABASE_URL: sqld.url,
        ...(hasReplica && {
          DATABASE_REPLICA_PATH: join(folder.path, `${name}.db`),
        }),
      },
      control,
    );
  beforeAll(async () => {
    sqld = await startLibsqlServer();
    here = await start("here");
    there = await start("there");
    ana = await here.person("Ana");
    ben = await there.person("Ben");
  });
  afterAll(async () => {
    await here.stop();
    await there.stop();
    await sqld.stop();
    folder.remove();
  });

  /** Creates an organization with two admins: Ana works on one instance, Ben on the other. */
  async function sharedOrganization() {
    const org = await here.organization(ana);
    const { token } = await here.invite(ana, org, ben.email, "admin");
    expectStatus(await ben.post("/invitations/accept", { token }), 200);
    // Wait until both instances know Ben, because a replica receives the writes of another instance with a delay.
    const member = `/organizations/${org.slug}/members/${ben.id}`;
    for (const one of [ana, ben])
      await until("both instances know of it", async () => {
        const { status } = await one.get(member);
        return status === 200 || undefined;
      });
    return org;
  }

  test(
    "keep an admin when two demote each other at once",
    async () => {
      for (let run = 0; run < RUNS; run++) {
        const org = await sharedOrganization();
        const member = ({ id }: Actor) =>
          `/organizations/${org.slug}/members/${id}`;
        const answers = await here.race([
          () => ana.put(member(ben), { role: "viewer" }),
          () => ben.put(member(ana), { role: "viewer" }),
        ]);
        expect(outcome(answers)).toEqual(["200", "PERMISSION_DENIED"]);
        const admins =
          "select count(*) from memberships where org_id = ? and role = 'admin'";
        expect(await count(here, admins, org.id)).toBe(1);
      }
    },
    300_000 + RUNS * 5_000,
  );

  test("let no write of a removed member land", async () => {
    const org = await sharedOrganization();
    expectStatus(
      await ana.delete(`/organizations/${org.slug}/members/${ben.id}`),
      204,
    );
    const write = await ben.post(`/organizations/${org.slug}/projects`, {
      name: "Too late",
    });
    expect(write.status).toBe(404);
  });

  test("know a person who signed in at the other", async () => {
    const anaThere = new Actor(there, ana.name, ana.email, ana.password);
    expectStatus(await anaThere.signIn(), 200);
    expectStatus(await anaThere.get("/auth/me"), 200);
  });

  test("give a repeated request the answer of the other", async () => {
    const org = await here.organization(ana);
    const anaThere = new Actor(there, ana.name, ana.email, ana.password);
    expectStatus(await anaThere.signIn(), 200);
    const options = { headers: { "idempotency-key": crypto.randomUUID() } };
    const create = (actor: Actor) => () =>
      actor.post(
        `/organizations/${org.slug}/projects`,
        { name: "Once" },
        options,
      );
    const [one, other] = await here.race([create(ana), create(anaThere)]);
    expect(one?.status).toBe(201);
    expect(other?.text).toBe(one?.text ?? "");
  });

  if (hasReplica)
    test("do not share the file of a replica", async () => {
      const options = {
        url: sqld.url,
        replica: {
          path: join(folder.path, "new", "shared.db"),
          maxLagMs: 30_000,
        },
        exclusive: true,
      };
      const first = await openDatabase(options);
      expect(first.isExclusive).toBe(false);
      await expect(openDatabase(options)).rejects.toThrow("in use by another");
      first.close();
    });
}
