import { and, desc, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { auditLog } from "./table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { LastChange } from "#server/kernel/reasons";
import { iso } from "#server/kernel/inputs";

/** A row at one of its versions; `updatedAt` in milliseconds since 1970 UTC. */
export interface Version {
  id: string;
  updatedAt: number;
}

/**
 * An event is as old as the version it made, unless changes of one millisecond pushed each other on, or the clock of
 * another instance was ahead: so far back is looked, and no further, since a log may be long.
 */
const VERSION_MS = 60 * 60 * 1000;
/** For what has no version, how long a page may have stood open. */
const PAGE_MS = 24 * 60 * 60 * 1000;
/** How many events are looked at: their changes are JSON, and each takes about 10 µs to read. */
const NEWEST = 2_000;

/** Who made a row what it is now, by the organization's audit log. The caller may read the row. */
export async function lastChangeOf(
  db: TenantDb,
  table: SQLiteTable,
  { id, updatedAt }: Version,
): Promise<LastChange> {
  const made = hasBecome(table, id, "updatedAt", updatedAt);
  const span = { from: updatedAt - VERSION_MS, to: updatedAt };
  const event = await lastEvent(db, made, newestOf(db, span));
  return { changedBy: personOf(event), changedAt: iso(updatedAt) };
}

/**
 * Who gave a field its value, as far as the last day tells; for tables whose rows do not say when they changed.
 * @param actions what the log calls the ways in which the field may change
 */
export async function lastChangeOfField(
  db: TenantDb,
  table: SQLiteTable,
  id: string,
  [field, value]: [name: string, value: string],
  actions: readonly string[],
): Promise<LastChange | undefined> {
  const made = hasBecome(table, id, field, value);
  const span = { from: db.now - PAGE_MS, to: db.now };
  const newest = newestOfActions(db, span, actions);
  const event = await lastEvent(db, made, newest);
  return event && { changedBy: personOf(event), changedAt: iso(event.at) };
}

interface Event {
  id: string | null;
  name: string | null;
  at: number;
}

/** @param candidates the `seq` of the events to look at */
async function lastEvent(
  db: TenantDb,
  condition: SQL,
  candidates: SQL,
): Promise<Event | undefined> {
  const { actorId: id, actorName: name, at, seq } = auditLog;
  const [event] = await db
    .select(auditLog, { id, name, at })
    .where(and(sql`${seq} in (${candidates})`, condition))
    // Without the plus SQLite may walk the index of the moments, through the whole log, to save the sorting.
    .orderBy(sql`+${at} desc`, desc(seq))
    .limit(1);
  return event;
}

interface Span {
  from: number;
  to: number;
}

/** The `seq` of the newest events of a span. */
function newestOf({ orgId }: TenantDb, { from, to }: Span): SQL {
  return sql`select e.seq from audit_log as e
    where e.org_id = ${orgId} and e.at >= ${from} and e.at <= ${to}
    order by e.at desc, e.seq desc limit ${NEWEST}`;
}

/** The same of some actions alone. Each is a stretch of an index, read from its end. */
function newestOfActions(
  { orgId }: TenantDb,
  { from, to }: Span,
  actions: readonly string[],
): SQL {
  const stretches = actions.map(
    (action) => sql`select * from (select e.at, e.seq from audit_log as e
      where e.org_id = ${orgId} and e.action = ${action} and e.at >= ${from} and e.at <= ${to}
      order by e.at desc, e.seq desc limit ${NEWEST})`,
  );
  return sql`select seq from (${sql.join(stretches, sql` union all `)})
    order by at desc, seq desc limit ${NEWEST}`;
}

function hasBecome(
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

/** Nobody, for what the program did by itself. */
function personOf(event: Event | undefined): LastChange["changedBy"] {
  if (!event?.id || event.name === null) return null;
  return { id: event.id, name: event.name };
}
