import { can } from "#shared/permissions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import { projects } from "#server/features/projects/table";
import { grantsAsRead } from "#server/core/roles/grants";
import { findMember } from "./service";

/**
 * Makes another member the creator of all projects of the given members. The new creator must be active and able to
 * edit projects.
 * @throws DomainError INVALID_INPUT, at `reassignTo`
 */
export async function reassignProjects(
  db: TenantDb,
  fromUserIds: readonly string[],
  heirId: string,
): Promise<void> {
  if (fromUserIds.includes(heirId))
    throw noHeir("Choose somebody who stays in the organization.");
  const heir = await findMember(db, heirId);
  if (!heir || heir.suspendedAt !== null)
    throw noHeir("Choose a member who has access.");
  if (!can(grantsAsRead(heir), "project:update"))
    throw noHeir(`${heir.name} may not change projects. Choose somebody else.`);
  for (const createdBy of fromUserIds)
    db.updateAll(projects, { createdBy }, { createdBy: heirId });
}

function noHeir(message: string): DomainError {
  return new DomainError("INVALID_INPUT", message, {
    issues: [{ path: "reassignTo", message }],
  });
}
