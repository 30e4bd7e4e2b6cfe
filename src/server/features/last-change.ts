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
const AT_MOST_MS = 60 * 60 * 1000;

/** Who made a row what it is now, by the organization's audit log. Whoever is told may read the row. */
export async function lastChangeOf(
  db: TenantDb,
  table: SQLiteTable,
  row: Version,
): Promise<LastChange> {
  const [event] = await db
    .select(auditLog, { id: auditLog.actorId, name: auditLog.actorName })
    .where(
      and(
        gte(auditLog.at, row.updatedAt - AT_MOST_MS),
        lte(auditLog.at, row.updatedAt),
        hasMade(getTableName(table), row),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(1);
  return { changedBy: personOf(event), changedAt: iso(row.updatedAt) };
}

function hasMade(table: string, { id, updatedAt }: Version): SQL {
  return sql`exists (select 1 from json_each(${auditLog.changes}) as change
    where change.value ->> '$.table' = ${table} and change.value ->> '$.id' = ${id}
    and change.value ->> '$.after.updatedAt' = ${updatedAt})`;
}

/** Nobody, for what the program did by itself. */
function personOf(
  event: { id: string | null; name: string | null } | undefined,
): LastChange["changedBy"] {
  if (!event?.id || event.name === null) return null;
  return { id: event.id, name: event.name };
}
