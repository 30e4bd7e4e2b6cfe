import { and, type SQL, sql } from "drizzle-orm";
import { auditLog } from "#server/kernel/audit/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { toChangeNote } from "./schemas";

/** The largest number of targets in one call. */
export const MOST_TARGETS = 50;

/** The parts of an organization that have a history of their own, with the columns of the organization in each part. */
const PARTS: Record<string, readonly string[]> = {
  "organization.name": ["name"],
  "organization.slug": ["slug"],
  "organization.logo": ["logoUrl"],
  "organization.settings": ["settings"],
  "organization.security": ["twoFactorRequiredFrom"],
  "organization.plan": ["plan", "seats"],
};

export const PART_NAMES = Object.keys(PARTS);

/** Among how many of the newest changes of the organization the changes of one part are searched. */
const MOST_CHANGES = 1_000;

interface Page {
  /** Only events before this number are selected. */
  before: number;
  limit: number;
  /** A condition on the columns of the audit log. */
  condition?: SQL | undefined;
}

/**
 * Returns SQL that selects the `seq` of the newest events that changed a target. The index `audit_targets` has these
 * events in this order, so the cost does not depend on the rest of the log.
 * @param target the id of a row, the id of the user for a member, or the name of a part of the organization
 */
export function newestOf(
  db: TenantDb,
  target: string,
  { before, limit, condition }: Page,
): SQL {
  const columns = PARTS[target];
  return columns
    ? newestOfPart(db, target, columns, { before, limit, condition })
    : sql`select t.seq from audit_targets as t ${condition ? JOIN : sql``}
        where ${and(isOf(db, before), sql`t.target = ${target}`, condition)}
        order by t.seq desc limit ${limit}`;
}

const JOIN = sql`join audit_log on audit_log.org_id = t.org_id and audit_log.seq = t.seq`;

function isOf({ orgId }: TenantDb, before: number): SQL {
  return sql`t.org_id = ${orgId} and t.seq < ${before}`;
}

function newestOfPart(
  db: TenantDb,
  target: string,
  columns: readonly string[],
  { before, limit, condition }: Page,
): SQL {
  const hasSubscription = target === "organization.plan";
  const rows = hasSubscription
    ? sql`t.target = ${db.orgId} or t.target in (select id from subscriptions where org_id = ${db.orgId})`
    : sql`t.target = ${db.orgId}`;
  const changed = sql`change.value ->> '$.table' = 'organizations' and exists (
    select 1 from json_each(${JSON.stringify(columns)}) as field
    where change.value -> '$.before' ->> field.value is not change.value -> '$.after' ->> field.value)`;
  const isPart = hasSubscription
    ? sql`${changed} or change.value ->> '$.table' = 'subscriptions'`
    : changed;
  return sql`select seq from (
      select audit_log.seq, audit_log.changes from audit_targets as t ${JOIN}
      where ${and(isOf(db, before), sql`(${rows})`, condition)}
      order by t.seq desc limit ${MOST_CHANGES}) as newest
    where exists (select 1 from json_each(newest.changes) as change where ${isPart})
    order by seq desc limit ${limit}`;
}

/** Reads the newest event of each target. Targets without an event are left out. */
export async function latestEvents(db: TenantDb, targets: readonly string[]) {
  const asked = new Set(targets);
  const parts = [...asked].filter((target) => PARTS[target]);
  const rows = [...asked].filter((target) => !PARTS[target]);
  const found = await together([
    newestOfRows(db, rows),
    ...parts.map((part) => newestOfOnePart(db, part)),
  ]);
  return found
    .flat()
    .flatMap(({ targets: of, ...event }) =>
      of.map((target) => ({ target, ...toChangeNote(event) })),
    );
}

const { at, seq, action, actorKind, actorId, actorName } = auditLog;
const NOTE = { at, seq, action, actorKind, actorId, actorName };

async function newestOfRows(db: TenantDb, rows: readonly string[]) {
  if (rows.length === 0) return [];
  const list = sql`select value from json_each(${JSON.stringify(rows)})`;
  const own = sql`t.org_id = ${db.orgId}`;
  const events = await db
    .select(auditLog, {
      ...NOTE,
      targets: sql<string>`(select json_group_array(t.target) from audit_targets as t
        where ${own} and t.target in (${list}) and t.seq = audit_log.seq)`,
    })
    .where(
      sql`${seq} in (select (
        select t.seq from audit_targets as t where ${own} and t.target = one.value order by t.seq desc limit 1)
        from (${list}) as one)`,
    );
  // An event that changed several rows is the newest of only some of them.
  const newestFirst = events.toSorted((a, b) => b.seq - a.seq);
  const taken = new Set<string>();
  return newestFirst.map((event) => {
    const targets = (JSON.parse(event.targets) as string[]).filter(
      (target) => !taken.has(target),
    );
    for (const target of targets) taken.add(target);
    return { ...event, targets };
  });
}

async function newestOfOnePart(db: TenantDb, part: string) {
  const page = { before: Number.MAX_SAFE_INTEGER, limit: 1 };
  const events = await db
    .select(auditLog, NOTE)
    .where(sql`${seq} in (${newestOf(db, part, page)})`);
  return events.map((event) => ({ ...event, targets: [part] }));
}
