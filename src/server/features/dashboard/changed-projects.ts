import { and, eq, sql } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import { projects } from "#server/features/projects/table";
import { together } from "#server/kernel/db/together";
import { ownOrg } from "./candidates";
import {
  readRecentEvents,
  type RecentEvent,
  recentProjects,
} from "./recent-events";
import type { Dashboard } from "./schemas";

const SHOWN = 5;
/** Among how many of the newest projects the dashboard looks for active ones. */
const MOST_NEWEST = 50;

const changedAndNewest = defineQuery()((db) =>
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
          select id from ${recentProjects}
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
  showsAuthors: boolean,
): Promise<NonNullable<Dashboard["projects"]>> {
  const [rows, events] = await together([
    db.all(changedAndNewest, {}),
    readRecentEvents(db),
  ]);
  const authors = authorsOf(events);
  return rows
    .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ id, name, updatedAt }) => ({
      id,
      name,
      changedAt: iso(updatedAt),
      changedBy: showsAuthors ? (authors.get(id) ?? null) : null,
    }));
}

/** Returns who caused the last change of each project. The events are newest first. */
function authorsOf(events: readonly RecentEvent[]): Map<string, string | null> {
  const authors = new Map<string, string | null>();
  for (const { projects: ids, actorName } of events)
    for (const id of ids) if (!authors.has(id)) authors.set(id, actorName);
  return authors;
}
