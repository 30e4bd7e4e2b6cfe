import { and, desc, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { auditLog } from "./table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { LastChange } from "#server/kernel/reasons";
import { iso } from "#server/kernel/inputs";

/** One version of a row. `updatedAt` is the moment of its last change, in milliseconds since 1970 UTC. */
export interface Version {
  id: string;
  updatedAt: number;
}

/**
 * How far before `updatedAt` the audit event of a row's version is searched. The event can be earlier than `updatedAt`
 * after several changes within one millisecond, or when the clocks of two instances differ.
 */
const VERSION_PERIOD_MS = 60 * 60 * 1000;
/**
 * For tables without `updatedAt`, events of the last day are searched, because a user may change a row on a page that
 * was opened up to a day ago.
 */
const FIELD_PERIOD_MS = 24 * 60 * 60 * 1000;
/** The maximum number of audit events that one search reads. Reading the JSON of one event takes about 10 µs. */
const MAX_EVENTS = 2_000;

/** Finds in the audit log which user made the current version of a row. The caller must be allowed to read the row. */
export async function lastChangeOf(
  db: TenantDb,
  table: SQLiteTable,
  { id, updatedAt }: Version,
): Promise<LastChange> {
  const condition = hasSet(table, id, "updatedAt", updatedAt);
  const period = { from: updatedAt - VERSION_PERIOD_MS, to: updatedAt };
  const event = await lastEvent(db, condition, newestOf(db, period));
  return { changedBy: userOf(event), changedAt: iso(updatedAt) };
}

/**
 * Finds in the audit log of the last day which user set a field to the given value. It is for tables without
 * `updatedAt`.
 * @param actions the actions that may change the field
 */
export async function lastChangeOfField(
  db: TenantDb,
  table: SQLiteTable,
  id: string,
  [field, value]: [name: string, value: string],
  actions: readonly string[],
): Promise<LastChange | undefined> {
  const condition = hasSet(table, id, field, value);
  const period = { from: db.now - FIELD_PERIOD_MS, to: db.now };
  const newest = newestOfActions(db, period, actions);
  const event = await lastEvent(db, condition, newest);
  return event && { changedBy: userOf(event), changedAt: iso(event.at) };
}

interface Event {
  id: string | null;
  name: string | null;
  at: number;
}

/** @param candidates SQL that selects the `seq` of the events to search */
async function lastEvent(
  db: TenantDb,
  condition: SQL,
  candidates: SQL,
): Promise<Event | undefined> {
  const { actorId: id, actorName: name, at, seq } = auditLog;
  const [event] = await db
    .select(auditLog, { id, name, at })
    .where(and(sql`${seq} in (${candidates})`, condition))
    // The plus sign stops SQLite from sorting through the index on `at`, because that may read the whole log.
    .orderBy(sql`+${at} desc`, desc(seq))
    .limit(1);
  return event;
}

interface Period {
  from: number;
  to: number;
}

/** Returns SQL that selects the `seq` of the newest events of a period. */
function newestOf({ orgId }: TenantDb, { from, to }: Period): SQL {
  return sql`select e.seq from audit_log as e
    where e.org_id = ${orgId} and e.at >= ${from} and e.at <= ${to}
    order by e.at desc, e.seq desc limit ${MAX_EVENTS}`;
}

/**
 * Like `newestOf`, but only for the given actions. Each subquery reads the newest events of one action from an index.
 */
function newestOfActions(
  { orgId }: TenantDb,
  { from, to }: Period,
  actions: readonly string[],
): SQL {
  const parts = actions.map(
    (action) => sql`select * from (select e.at, e.seq from audit_log as e
      where e.org_id = ${orgId} and e.action = ${action} and e.at >= ${from} and e.at <= ${to}
      order by e.at desc, e.seq desc limit ${MAX_EVENTS})`,
  );
  return sql`select seq from (${sql.join(parts, sql` union all `)})
    order by at desc, seq desc limit ${MAX_EVENTS}`;
}

function hasSet(
  table: SQLiteTable,
  id: string,
  field: string,
  value: string | number,
): SQL {
  return sql`exists (select 1 from json_each(${auditLog.changes}) as change
    where change.value ->> '$.table' = ${getTableName(table)} and change.value ->> '$.id' = ${id}
    and change.value ->> ${`$.after.${field}`} = ${value}
    and change.value ->> ${`$.before.${field}`} is not ${value})`;
}

/** Returns null when no event was found, or when the program made the change without a user. */
function userOf(event: Event | undefined): LastChange["changedBy"] {
  if (!event?.id || event.name === null) return null;
  return { id: event.id, name: event.name };
}
