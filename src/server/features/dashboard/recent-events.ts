import { desc, sql } from "drizzle-orm";
import { auditLog } from "#server/kernel/audit/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { ownOrg } from "./candidates";

/** How many events the dashboard looks at to find out which projects were changed last. */
const MOST_EVENTS = 100;

// Other queries repeat this subquery. If they waited for its rows, a remote database would need one more request.
const newest = sql`(select action, changes from audit_log where org_id = ${ownOrg} order by at desc, seq desc limit ${sql.raw(String(MOST_EVENTS))})`;
const ACTIONS = sql.raw("('projects.create', 'projects.update')");

/** SQL for the ids of the projects that the newest events created or changed. */
export const recentProjects = sql`(select c.value ->> 'id' as id from ${newest} as e, json_each(e.changes) as c
  where e.action in ${ACTIONS} and c.value ->> 'table' = 'projects')`;

const newestEvents = defineQuery()((db) =>
  db
    .select(auditLog, {
      actorName: auditLog.actorName,
      projects: sql<string | null>`iif(${auditLog.action} in ${ACTIONS},
        (select json_group_array(c.value ->> 'id') from json_each(${auditLog.changes}) as c where c.value ->> 'table' = 'projects'), null)`,
    })
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(MOST_EVENTS),
);

export interface RecentEvent {
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
