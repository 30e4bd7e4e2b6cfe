import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { firstByAction } from "#server/kernel/audit/by-action";
import { auditLog } from "#server/kernel/audit/table";
import type { Database } from "#server/kernel/db/client";
import { yieldToRequests } from "#server/kernel/db/portions";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";

const PAGE = 500;

// The export contains the table and the id of each changed row, but no values: the values may be data of other users.
const changed = sql<string>`(select json_group_array(json_object('table', value ->> 'table', 'id', value ->> 'id'))
  from json_each(${auditLog.changes}))`;

type Event = Awaited<ReturnType<typeof readPage>>[number];

/**
 * Reads the newest events of the user from the audit logs of the given organizations. Each log is read in portions, the
 * newest events first, because one sorted query over all logs would read every event of the user.
 * @param accessible the condition that selects the organizations
 */
export async function readNewestActivity(
  db: Database,
  userId: string,
  accessible: SQL | undefined,
  limit: number,
): Promise<Event[]> {
  let newest: Event[] = [];
  for (const orgId of await findOrganizations(db, accessible)) {
    const oldest = newest[limit - 1]?.at ?? 0;
    const found: Event[] = [];
    for await (const page of pagesOf(db, orgId, userId)) {
      found.push(...page);
      const last = page.at(-1);
      if (found.length >= limit || !last || last.at < oldest) break;
    }
    newest = [...newest, ...found].toSorted(newestFirst).slice(0, limit);
  }
  return newest;
}

function newestFirst(a: Event, b: Event): number {
  return b.at - a.at || b.seq - a.seq;
}

async function findOrganizations(
  { drizzle }: Database,
  accessible: SQL | undefined,
): Promise<string[]> {
  const rows = await drizzle
    .select({ id: organizations.id })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(accessible);
  return rows.map(({ id }) => id);
}

async function* pagesOf(
  db: Database,
  orgId: string,
  userId: string,
): AsyncGenerator<Event[]> {
  for (let last: Event | undefined; ;) {
    await yieldToRequests();
    const page = await readPage(db, orgId, userId, last);
    yield page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

function readPage(
  { drizzle }: Database,
  orgId: string,
  userId: string,
  last: { at: number; seq: number } | undefined,
) {
  const { at, seq, action, address } = auditLog;
  const newest = firstByAction({
    orgId,
    actorId: userId,
    // With the first condition, SQLite starts at the right place of the index. The other one does not help, because it
    // contains an `or`.
    place:
      last && sql`at <= ${last.at} and (at < ${last.at} or seq < ${last.seq})`,
    order: "newest first",
    limit: PAGE,
  });
  return (
    drizzle
      .select({
        organizationId: auditLog.orgId,
        at,
        seq,
        action,
        address,
        changed,
      })
      .from(auditLog)
      .where(and(eq(auditLog.orgId, orgId), sql`${seq} in (${newest})`))
      // The plus sign stops SQLite from sorting through the index on `at`, because that may read the whole log.
      .orderBy(sql`+${at} desc`, desc(seq))
  );
}
