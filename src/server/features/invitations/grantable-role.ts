import { isRole, missingToGrant } from "#shared/permissions";
import { type Caller, requireSession } from "#server/core/caller";
import {
  grantsOfRow,
  requireHeld,
  requireRole,
  roleNotFound,
  type RoleRow,
} from "#server/core/roles/grants";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";

/** A role that the caller can give. `customName` is null for a built-in role. */
export interface GrantedRole {
  role: string;
  customName: string | null;
}

/**
 * Requires that the caller has all permissions of a role.
 * @throws DomainError PERMISSION_DENIED, ROLE_NOT_FOUND, KEY_NOT_ALLOWED
 */
export async function requireGrantable(
  db: TenantDb,
  caller: Caller,
  role: string,
): Promise<GrantedRole> {
  // An API key never gives the admin role.
  if (role === "admin") requireSession(caller);
  const { name, grants } = await requireRole(db, role);
  requireHeld(caller.givable, grants);
  return { role, customName: isRole(role) ? null : name };
}

/** Requires the same of several roles. Returns a function that finds one of them. */
export async function requireAllGrantable(
  db: TenantDb,
  caller: Caller,
  roles: readonly string[],
): Promise<(role: string) => GrantedRole> {
  const granted = await together(
    [...new Set(roles)].map((role) => requireGrantable(db, caller, role)),
  );
  return (wanted) => {
    const found = granted.find(({ role }) => role === wanted);
    if (!found) throw roleNotFound("role");
    return found;
  };
}

/** Requires the same of the role of a row that was read from the database. */
export function requireRowGrantable(caller: Caller, row: RoleRow): void {
  if (row.role === "admin") requireSession(caller);
  requireHeld(caller.givable, grantsOfRow(row));
}

/** Whether the caller can give the role of a row. */
export function isRowGrantable(caller: Caller, row: RoleRow): boolean {
  if (row.role === "admin" && !caller.session) return false;
  return missingToGrant(caller.givable, grantsOfRow(row)).length === 0;
}
