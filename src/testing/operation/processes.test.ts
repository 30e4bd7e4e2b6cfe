import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/people";
import { type ServerProcess, spawnServer } from "../kit/process";
import { outcome } from "../races/rounds";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const RUNS = Number(process.env.RACE_RUNS ?? 10);

describe.skipIf(!hasLibsqlServer)("two processes on one libSQL server", () => {
  const folder = temporaryFolder();
  let sqld: LibsqlServer;
  let servers: ServerProcess[] = [];
  beforeAll(async () => {
    sqld = await startLibsqlServer();
    const environment = { DATABASE_URL: sqld.url };
    // Both processes start on an empty database and migrate it at the same time.
    servers = await Promise.all([
      spawnServer(folder.path, environment),
      spawnServer(folder.path, environment),
    ]);
  });
  afterAll(async () => {
    await Promise.all(servers.map(({ end }) => end("SIGTERM")));
    await sqld.stop();
    folder.remove();
  });

  test("keep an admin when two demote each other at once", async () => {
    const [here, there] = servers;
    if (!here || !there) throw new Error("Two servers were started.");
    const ana = await here.person("Ana");
    const ben = await there.person("Ben");
    const org = await here.organization(ana);
    const { token } = await here.invite(ana, org, ben.email, "admin");
    expectStatus(await ben.post("/invitations/accept", { token }), 200);
    const setRole = (admin: Actor, { id }: Actor, role: string) =>
      admin.put(`/organizations/${org.slug}/members/${id}`, { role });
    for (let run = 0; run < RUNS; run++) {
      const answers = await Promise.all([
        setRole(ana, ben, "viewer"),
        setRole(ben, ana, "viewer"),
      ]);
      expect(outcome(answers)).toEqual(["200", "PERMISSION_DENIED"]);
      const [winner, loser] =
        answers[0].status === 200 ? [ana, ben] : [ben, ana];
      expectStatus(await setRole(winner, loser, "admin"), 200);
    }
  });
});
