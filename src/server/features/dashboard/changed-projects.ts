import { and, eq, sql } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import { projects } from "#server/features/projects/table";
import { ownOrg } from "./candidates";
import type { RecentEvent } from "./recent-events";
import type { Dashboard } from "./schemas";

const SHOWN = 5;
/** Among how many of the newest projects the dashboard looks for active ones. */
const MOST_NEWEST = 50;

const changedAndNewest = defineQuery<{ changed: string }>()((db, value) =>
  db
    .select(projects, {
      id: projects.id,
      name: projects.name,
      updatedAt: projects.updatedAt,
    })
    .where(
      and(
        eq(projects.status, "active"),
        sql`${projects.id} in (
          select value from json_each(${value("changed")})
          union select id from (select n.id from projects as n where n.org_id = ${ownOrg} order by n.id desc limit ${sql.raw(String(MOST_NEWEST))}))`,
      ),
    ),
);

/**
 * Lists the active projects that were changed last, then the newest ones.
 * @param showsAuthors whether the caller can see who changed a project
 */
export async function listChangedProjects(
  db: TenantDb,
  events: readonly RecentEvent[],
  showsAuthors: boolean,
): Promise<NonNullable<Dashboard["projects"]>> {
  const lastChange = new Map<string, RecentEvent>();
  for (const event of events)
    for (const id of event.projects)
      if (!lastChange.has(id)) lastChange.set(id, event);
  const rows = await db.all(changedAndNewest, {
    changed: JSON.stringify([...lastChange.keys()]),
  });
  return rows
    .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ id, name, updatedAt }) => ({
      id,
      name,
      changedAt: iso(updatedAt),
      changedBy: showsAuthors ? (lastChange.get(id)?.actorName ?? null) : null,
    }));
}
