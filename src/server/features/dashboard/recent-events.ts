import { desc, sql } from "drizzle-orm";
import { auditLog } from "#server/kernel/audit/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";

/** How many events the dashboard looks at to find out who and what was active last. */
const MOST_EVENTS = 100;

const newestEvents = defineQuery()((db) =>
  db
    .select(auditLog, {
      at: auditLog.at,
      actorId: auditLog.actorId,
      actorName: auditLog.actorName,
      projects: sql<
        string | null
      >`iif(${auditLog.action} in ('projects.create', 'projects.update'),
        (select json_group_array(c.value ->> 'id') from json_each(${auditLog.changes}) as c where c.value ->> 'table' = 'projects'), null)`,
    })
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(MOST_EVENTS),
);

export interface RecentEvent {
  at: number;
  actorId: string | null;
  actorName: string | null;
  /** The ids of the projects that the event created or changed. */
  projects: string[];
}

/** Reads the newest audit events, newest first. */
export async function readRecentEvents(db: TenantDb): Promise<RecentEvent[]> {
  const rows = await db.all(newestEvents, {});
  return rows.map((row) => ({
    ...row,
    projects: JSON.parse(row.projects ?? "[]") as string[],
  }));
}
