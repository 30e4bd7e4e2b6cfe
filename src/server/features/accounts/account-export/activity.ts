import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { auditLog } from "#server/kernel/audit/table";
import type { Database } from "#server/kernel/db/client";
import { pauseForOthers } from "#server/kernel/db/portions";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";

const PAGE = 500;

// What a row was before and after may tell of others; the export says which rows the person changed.
const changed = sql<string>`(select json_group_array(json_object('table', value ->> 'table', 'id', value ->> 'id'))
  from json_each(${auditLog.changes}))`;

type Event = Awaited<ReturnType<typeof readPage>>[number];

/**
 * The newest of what a person did in the organizations that are open to them. Each log is read from its end, in
 * portions: sorted together, all that the person ever did would be read.
 */
export async function readNewestActivity(
  db: Database,
  userId: string,
  open: SQL | undefined,
  most: number,
): Promise<Event[]> {
  let newest: Event[] = [];
  for (const orgId of await openOrganizations(db, open)) {
    const oldest = newest[most - 1]?.at ?? 0;
    const here: Event[] = [];
    for await (const page of pagesOf(db, orgId, userId)) {
      here.push(...page);
      const last = page.at(-1);
      if (here.length >= most || !last || last.at < oldest) break;
    }
    newest = [...newest, ...here].toSorted(newestFirst).slice(0, most);
  }
  return newest;
}

function newestFirst(a: Event, b: Event): number {
  return b.at - a.at || b.seq - a.seq;
}

async function openOrganizations(
  { drizzle }: Database,
  open: SQL | undefined,
): Promise<string[]> {
  const rows = await drizzle
    .select({ id: organizations.id })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(open);
  return rows.map(({ id }) => id);
}

async function* pagesOf(
  db: Database,
  orgId: string,
  userId: string,
): AsyncGenerator<Event[]> {
  for (let last: Event | undefined; ;) {
    await pauseForOthers();
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
  const before =
    last && or(lt(at, last.at), and(eq(at, last.at), lt(seq, last.seq)));
  return drizzle
    .select({
      organizationId: auditLog.orgId,
      at,
      seq,
      action,
      address,
      changed,
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.orgId, orgId),
        eq(auditLog.actorId, userId),
        // The first condition alone lets SQLite begin at the right place of the index.
        last && sql`${at} <= ${last.at}`,
        before,
      ),
    )
    .orderBy(desc(at), desc(seq))
    .limit(PAGE);
}
