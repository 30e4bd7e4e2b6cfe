import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { createLocalClient } from "#server/kernel/db/local/client";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/people";
import { type ServerProcess, spawnServer } from "../kit/process";
import { freePort, temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

/**
 * The number of crashes. `CRASH_ROUNDS=20 bun test src/testing/operation/crash.test.ts` kills the server twenty times.
 */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
/**
 * The number of invitations per organization. It is below the daily limit of fifty for an organization on the Free
 * plan.
 */
const MOST_INVITATIONS = 45;
/** The number of organizations in a round. Their mutations run at the same time, so several share a commit. */
const ORGANIZATIONS = 6;

const folder = temporaryFolder();
// Billing is off, because a fast machine sends more invitations before the crash than the Free plan has seats.
const environment = {
  BILLING: "off",
  DATABASE_SYNCHRONOUS: "FULL",
  PORT: String(freePort()),
};
let server: ServerProcess | undefined;
afterAll(async () => {
  await server?.end("SIGKILL");
  folder.remove();
});

interface Acknowledged {
  projects: string[];
  invitations: string[];
}

test(
  "what was acknowledged outlives a killed server, whole and without repair",
  async () => {
    server = await spawnServer(folder.path, environment);
    const ana = await server.person("Ana");
    const ben = await server.person("Ben");
    const projects: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const writers: Writer[] = [];
      for (let n = 0; n < ORGANIZATIONS; n++) {
        const admin = n % 2 === 0 ? ana : ben;
        writers.push({ admin, org: await server.organization(admin) });
      }
      const written = await writeUntilKilled(server, round, writers);
      projects.push(...written.projects);
      server = await spawnServer(folder.path, environment);
      await expectWhole(projects);
      await expectChains(writers);
      await expectDelivered(server, written.invitations);
    }
    expect(projects.length).toBeGreaterThan(ROUNDS);
  },
  300_000 + ROUNDS * 10_000,
);

interface Writer {
  admin: Actor;
  org: TestOrganization;
}

/**
 * Runs all writers at once until the server is killed after a random number of writes. Returns the writes that the
 * server acknowledged.
 */
async function writeUntilKilled(
  { end }: ServerProcess,
  round: number,
  writers: Writer[],
): Promise<Acknowledged> {
  const written: Acknowledged = { projects: [], invitations: [] };
  const target = 10 + Math.floor(Math.random() * 150);
  let killed: Promise<unknown> | undefined;
  const acknowledge = (list: string[], name: string) => {
    list.push(name);
    if (written.projects.length + written.invitations.length === target)
      killed = end("SIGKILL");
  };
  const createProjects = async ({ admin, org }: Writer, lane: number) => {
    for (let i = 0; ; i++) {
      const name = `Project ${round}-${org.slug}-${lane}-${i}`;
      expectStatus(
        await admin.post(`/organizations/${org.slug}/projects`, { name }),
        201,
      );
      acknowledge(written.projects, name);
    }
  };
  const invite = async ({ admin, org }: Writer) => {
    for (let i = 0; i < MOST_INVITATIONS; i++) {
      const email = `guest-${round}-${i}-${org.slug}@example.com`;
      const input = { email, role: "member" };
      expectStatus(
        await admin.post(`/organizations/${org.slug}/invitations`, input),
        201,
      );
      acknowledge(written.invitations, email);
    }
  };
  const results = await Promise.allSettled(
    writers.flatMap((writer) => [
      createProjects(writer, 0),
      createProjects(writer, 1),
      invite(writer),
    ]),
  );
  for (const result of results)
    if (result.status === "rejected")
      expect(String(result.reason)).not.toContain("Expected 201");
  await killed;
  return written;
}

const HALVES = {
  "a project without its event": `select count(*) from projects p where 1 <> (
    select count(*) from audit_log where org_id = p.org_id and action = 'projects.create' and changes like '%' || p.id || '%')`,
  "an event without its project": `select count(*) from audit_log a where action = 'projects.create' and not exists (
    select 1 from projects p where p.org_id = a.org_id and a.changes like '%' || p.id || '%')`,
  "an invitation without its mail": `select count(*) from invitations i where not exists (
    select 1 from outbox where subject = 'invitation:' || i.id)`,
  "a gap in a history": `select count(*) from (
    select 1 from audit_log group by org_id having max(seq) <> count(*) or min(seq) <> 1)`,
  "a row that points nowhere": "select count(*) from pragma_foreign_key_check",
};

async function expectWhole(acknowledged: string[]): Promise<void> {
  await reading(async (all) => {
    expect(await all("pragma integrity_check")).toEqual(["ok"]);
    for (const [half, sql] of Object.entries(HALVES))
      expect({ [half]: await all(sql) }).toEqual({ [half]: [0] });
    const stored = new Set(await all("select name from projects"));
    expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
  });
}

async function expectChains(writers: Writer[]): Promise<void> {
  for (const { admin, org } of writers) {
    const answer = await admin.get<"audit.verify">(
      `/organizations/${org.slug}/audit-log/verification`,
    );
    expect(expectStatus(answer, 200).body).toMatchObject({
      unchained: 0,
      fault: null,
    });
  }
}

async function expectDelivered(
  { mailsTo }: ServerProcess,
  addresses: string[],
): Promise<void> {
  await reading((all) =>
    until("the outbox is empty", async () => {
      const [left] = await all(
        "select count(*) from outbox where done_at is null",
      );
      return left === 0 || undefined;
    }),
  );
  for (const address of addresses)
    expect(await mailsTo(address)).not.toBeEmpty();
}

type All = (sql: string) => Promise<unknown[]>;

/** Reads the database file over a separate connection while the server runs. */
async function reading<T>(look: (all: All) => Promise<T>): Promise<T> {
  const path = join(folder.path, "tenantry.db");
  const client = createLocalClient({ path, busyTimeoutMs: 5000 });
  try {
    return await look(async (sql) => {
      const { rows } = await client.execute(sql);
      return rows.map((row) => row[0]);
    });
  } finally {
    client.close();
  }
}
