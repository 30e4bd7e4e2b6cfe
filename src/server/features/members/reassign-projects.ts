import { count, inArray } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import { checkOwner, findOwner } from "#server/features/projects/owner";
import { projects } from "#server/features/projects/table";

/**
 * Makes another member the owner of all projects of the given members. The new owner must be active and able to edit
 * projects.
 * @throws DomainError INVALID_INPUT, at `reassignTo`
 */
export async function reassignProjects(
  db: TenantDb,
  fromUserIds: readonly string[],
  newOwnerId: string,
): Promise<void> {
  if (fromUserIds.includes(newOwnerId))
    throw invalidField("reassignTo", "MEMBER_LEAVING");
  const owner = await findOwner(db, newOwnerId);
  if (!owner) throw invalidField("reassignTo", "MEMBER_WITHOUT_ACCESS");
  checkOwner(owner, "reassignTo");
  // A trigger removes the owner together with the membership, so the projects get their new owner before.
  for (const ownerId of fromUserIds)
    db.updateAllFirst(projects, { ownerId }, { ownerId: newOwnerId });
}

/** Counts the projects that the given members own. */
export async function countProjectsOf(
  db: TenantDb,
  userIds: readonly string[],
): Promise<number> {
  const [row] = await db
    .select(projects, { projects: count() })
    .where(inArray(projects.ownerId, [...userIds]));
  return row?.projects ?? 0;
}
