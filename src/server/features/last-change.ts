import { and, desc, getTableName, gte, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { auditLog } from "../audit/schema";
import type { TenantDb } from "../db/tenant";
import type { LastChange } from "../errors";
import { iso } from "../inputs";

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
/** For what has no version, how long somebody's page may have stood open. */
const PAGE_MS = 24 * 60 * 60 * 1000;

/** Who made a row what it is now, by the organization's audit log. Whoever is told may read the row. */
export async function lastChangeOf(
  db: TenantDb,
  table: SQLiteTable,
  { id, updatedAt }: Version,
): Promise<LastChange> {
  const made = hasBecome(table, id, "updatedAt", updatedAt);
  const event = await lastEvent(db, made, updatedAt - VERSION_MS, updatedAt);
  return { changedBy: personOf(event), changedAt: iso(updatedAt) };
}

/** Who gave a field its value, as far as the last day tells; for tables whose rows do not say when they changed. */
export async function lastChangeOfField(
  db: TenantDb,
  table: SQLiteTable,
  id: string,
  [field, value]: [name: string, value: string],
): Promise<LastChange | undefined> {
  const made = hasBecome(table, id, field, value);
  const event = await lastEvent(db, made, db.now - PAGE_MS, db.now);
  return event && { changedBy: personOf(event), changedAt: iso(event.at) };
}

interface Event {
  id: string | null;
  name: string | null;
  at: number;
}

async function lastEvent(
  db: TenantDb,
  condition: SQL,
  from: number,
  to: number,
): Promise<Event | undefined> {
  const { actorId: id, actorName: name, at } = auditLog;
  const [event] = await db
    .select(auditLog, { id, name, at })
    .where(and(gte(at, from), lte(at, to), condition))
    .orderBy(desc(at), desc(auditLog.seq))
    .limit(1);
  return event;
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
