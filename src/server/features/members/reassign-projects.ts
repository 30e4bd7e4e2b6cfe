import { count, inArray } from "drizzle-orm";
import { can } from "#shared/permissions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import { projects } from "#server/features/projects/table";
import { grantsOfRow } from "#server/core/roles/grants";
import { findMember } from "./service";

/**
 * Makes another member the creator of all projects of the given members. The new creator must be active and able to
 * edit projects.
 * @throws DomainError INVALID_INPUT, at `reassignTo`
 */
export async function reassignProjects(
  db: TenantDb,
  fromUserIds: readonly string[],
  creatorId: string,
): Promise<void> {
  if (fromUserIds.includes(creatorId))
    throw invalidField("reassignTo", "MEMBER_LEAVING");
  const creator = await findMember(db, creatorId);
  if (!creator || creator.suspendedAt !== null)
    throw invalidField("reassignTo", "MEMBER_WITHOUT_ACCESS");
  if (!can(grantsOfRow(creator), "project:update"))
    throw invalidField("reassignTo", "MEMBER_CANNOT_EDIT_PROJECTS", {
      name: creator.name,
    });
  for (const createdBy of fromUserIds)
    db.updateAll(projects, { createdBy }, { createdBy: creatorId });
}

/** Counts the projects that the given members created. */
export async function countProjectsOf(
  db: TenantDb,
  userIds: readonly string[],
): Promise<number> {
  const [row] = await db
    .select(projects, { projects: count() })
    .where(inArray(projects.createdBy, [...userIds]));
  return row?.projects ?? 0;
}
