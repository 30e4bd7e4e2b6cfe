import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { expectStatus } from "#testing/kit/people";
import { runProgram, spawnServer } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";
import { openDatabase } from "#server/kernel/db/client";

// The time limit is high because a busy machine starts processes slowly.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

const DATABASE_URL = `file:${join(folder.path, "tenantry.db")}`;

function resync(org: string) {
  const environment = { ENVIRONMENT: "test", DATABASE_URL };
  return runProgram(folder.path, ["billing", "resync", org], environment);
}

test("billing resync stores the state whose messages were lost", async () => {
  const server = await spawnServer(folder.path);
  const ana = await server.person();
  const org = await server.organization(ana);
  const other = await server.organization(ana);
  const path = `/organizations/${org.slug}/subscription`;
  const choice = { plan: "team", seats: 7 };
  expectStatus(await ana.post(`${path}/trial`, choice), 200);
  const db = await openDatabase({ url: DATABASE_URL });
  await db.client.batch([
    "update subscriptions set status = 'cancelled', seats = 1",
    "update organizations set plan = 'free', seats = 1",
  ]);
  db.close();

  expect(await resync(org.slug)).toEqual({
    exitCode: 0,
    output: `${org.slug}: team, trialing, 7 seats\n`,
  });
  const { body } = expectStatus(await ana.get(path), 200);
  expect<unknown>(body).toMatchObject({
    plan: "team",
    subscription: { status: "trialing", seats: 7 },
    usage: { seats: { limit: 7 } },
  });
  expect(await resync(other.slug)).toEqual({
    exitCode: 1,
    output: `tenantry: The organization ${other.slug} is not a customer of fake.\n`,
  });
  expect(await server.end("SIGTERM")).toBe(0);
});
