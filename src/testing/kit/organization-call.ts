import { newId } from "#shared/id";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { projects } from "#server/features/projects/table";

/** Creates a unit of work in an organization without a request. */
export function callIn(orgId: string, database: Database) {
  const work = new UnitOfWork();
  const db = new TenantDb(database.drizzle, work, orgId);
  return { db, work, commit: () => work.commit(database.client) };
}

export async function addProject(
  orgId: string,
  name: string,
  database: Database,
): Promise<typeof projects.$inferSelect> {
  const { db, commit } = callIn(orgId, database);
  const row = db.insert(projects, newProject(name));
  await commit();
  return row;
}

export function newProject(name: string) {
  const now = Date.now();
  return { id: newId("project"), name, createdAt: now, updatedAt: now };
}
