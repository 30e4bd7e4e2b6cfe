import { expect, test } from "bun:test";
import type { Answer } from "../kit/actor";
import type { TestServer } from "../kit/server";

/** The number of rounds of each race. `RACE_RUNS=200 bun test src/testing/races` runs two hundred rounds. */
const RUNS = Number(process.env.RACE_RUNS ?? 5);

/**
 * Defines a test that runs `round` many times. After each round it checks rules that must always hold in the database.
 */
export function race(
  title: string,
  server: TestServer,
  round: (run: number) => Promise<void>,
): void {
  test(
    title,
    async () => {
      let provenAt = 0;
      for (let run = 0; run < RUNS; run++) {
        provenAt = await keepSessionsAuthenticated(server, provenAt);
        await round(run);
        await expectSound(server);
      }
    },
    300_000 + RUNS * 5_000,
  );
}

/** Much shorter than the ten minutes for which a sign-in counts as recent. */
const PROOF_AGE = 2 * 60_000;

/**
 * Makes all sign-ins recent again from time to time, because many rounds take longer than a sign-in counts as recent.
 */
async function keepSessionsAuthenticated(
  { db }: TestServer,
  provenAt: number,
): Promise<number> {
  const now = Date.now();
  if (now - provenAt < PROOF_AGE) return provenAt;
  await db.client.execute({
    sql: "update sessions set authenticated_at = ? where authenticated_at < ?",
    args: [now, now],
  });
  return now;
}

/**
 * Sends the requests at the same moment. A request that loses the race may be refused, but must not fail with a server
 * error.
 */
export async function raceOf<A extends Answer>(
  server: TestServer,
  ...requests: (() => Promise<A>)[]
): Promise<A[]> {
  const answers = await server.race(requests);
  await server.services.background.idle();
  for (const { status, text } of answers)
    if (status >= 500) throw new Error(`A race ended with ${status}: ${text}`);
  return answers;
}

/**
 * Returns the statuses of successful answers and the reasons of refusals. They are sorted, so that the result does not
 * depend on which request won.
 */
export function outcome(answers: Answer[]): string[] {
  return answers
    .map(({ status, body }) => (status < 300 ? `${status}` : `${body.reason}`))
    .toSorted();
}

export async function count(
  { db }: TestServer,
  sql: string,
  ...args: (string | number)[]
): Promise<number> {
  const { rows } = await db.client.execute({ sql, args });
  return Number(rows[0]?.[0]);
}

/**
 * Returns the number (`seq`) of the newest event with this action in the organization's audit log; 0 if there is none.
 */
export function seqOf(
  server: TestServer,
  orgId: string,
  action: string,
): Promise<number> {
  return count(
    server,
    "select coalesce(max(seq), 0) from audit_log where org_id = ? and action = ?",
    orgId,
    action,
  );
}

const UNSOUND = {
  "an organization without an admin": `select count(*) from organizations o where not exists (
    select 1 from memberships where org_id = o.id and role = 'admin' and suspended_at is null)`,
  "a role that is not there": `select count(*) from (
    select org_id, role from memberships union select org_id, role from invitations where status = 'pending'
    union select org_id, role from invitation_links where revoked_at is null
    union select org_id, role from domains where role is not null) as named
    where role not in ('admin', 'member', 'viewer') and not exists (
      select 1 from roles where org_id = named.org_id and id = named.role)`,
  "a gap in a history": `select count(*) from (
    select 1 from audit_log group by org_id having max(seq) <> count(*) or min(seq) <> 1)`,
  "two live invitations for one address": `select count(*) from (
    select 1 from invitations where status = 'pending' group by org_id, email having count(*) > 1)`,
  "a project that no event tells of": `select count(*) from projects p where not exists (
    select 1 from audit_log where org_id = p.org_id and action = 'projects.create' and changes like '%' || p.id || '%')`,
  "a row that points nowhere": "select count(*) from pragma_foreign_key_check",
};

async function expectSound(server: TestServer): Promise<void> {
  for (const [name, sql] of Object.entries(UNSOUND))
    expect({ [name]: await count(server, sql) }).toEqual({ [name]: 0 });
}
