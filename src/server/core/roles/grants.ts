import { getTableName, is, SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  BUILT_IN_ROLES,
  can,
  type Grants,
  grantsOf,
  isPermission,
  isRole,
  missingToGrant,
  type Permission,
  ROLES,
} from "#shared/permissions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import { issueAt } from "#shared/issues";
import { roles } from "./table";

/**
 * The role of a row, such as a membership, as it was read from the database. `customName` and `customPermissions` are
 * null for a built-in role.
 */
export interface NamedRole {
  role: string;
  customName: string | null;
  /** The permissions as JSON text, as stored. */
  customPermissions: string | null;
}

type RoleColumns = { orgId: SQLiteColumn; role: SQLiteColumn | SQL };

/** Returns the SQL that selects the name of a row's custom role; null for a built-in role. */
export function customNameSql(row: RoleColumns): SQL<string | null> {
  return ofItsRole(row, "name");
}

/** Returns the SQL that selects the permissions of a row's custom role; null for a built-in role. */
export function customPermissionsSql(row: RoleColumns): SQL<string | null> {
  return ofItsRole(row, "permissions");
}

function ofItsRole(
  { orgId, role }: RoleColumns,
  column: "name" | "permissions",
) {
  return sql`(select own_role.${sql.raw(column)}
    from roles as own_role where own_role.org_id = ${columnOf(orgId)} and own_role.id = ${columnOf(role)})`.mapWith(
    String,
  );
}

// Names the table of the column. Drizzle omits table names when a query selects from one table, but the subquery has
// columns of the same names.
function columnOf(column: SQLiteColumn | SQL): SQL {
  if (is(column, SQL)) return column;
  const { table, name } = column;
  return sql`${sql.identifier(getTableName(table))}.${sql.identifier(name)}`;
}

/** Returns the SQL condition that the role of a row grants the permission. */
export function roleGrants(row: RoleColumns, permission: Permission): SQL {
  const builtIn = ROLES.filter((role) => can(grantsOf(role), permission));
  return sql`(${columnOf(row.role)} in ${builtIn} or exists (
    select 1 from roles as own_role, json_each(own_role.permissions) as granted
    where own_role.org_id = ${columnOf(row.orgId)} and own_role.id = ${columnOf(row.role)} and granted.value = ${permission}))`;
}

/** Returns the label of a built-in role, or the name of a custom role. */
export function roleNameOf(role: string, customName: string | null): string {
  return isRole(role) ? BUILT_IN_ROLES[role].label : (customName ?? role);
}

const KEPT = 1000;
const parsed = new Map<string, Grants>();

export type RoleRow = Omit<NamedRole, "customName">;

export function grantsOfRow({ role, customPermissions }: RoleRow): Grants {
  if (customPermissions === null) return grantsOf(role);
  let grants = parsed.get(customPermissions);
  if (!grants) {
    const stored: unknown = JSON.parse(customPermissions);
    // A stored role may contain permissions that no longer exist; they are ignored.
    grants = new Set(Array.isArray(stored) ? stored.filter(isPermission) : []);
    if (parsed.size >= KEPT) parsed.clear();
    parsed.set(customPermissions, grants);
  }
  return grants;
}

export interface FoundRole {
  role: string;
  name: string;
  grants: Grants;
}

/**
 * Checks that the caller holds all these permissions.
 * @throws DomainError PERMISSION_DENIED with the missing permissions
 */
export function requireHeld(
  held: Grants,
  permissions: Iterable<Permission>,
): void {
  const lacking = missingToGrant(held, new Set(permissions));
  if (lacking.length > 0) throw permissionDenied(lacking);
}

/**
 * Finds the role that the caller named in the input.
 * @param field the input field that names the role
 * @throws DomainError ROLE_NOT_FOUND, at `field`
 */
export async function requireRole(
  db: TenantDb,
  role: string,
  field = "role",
): Promise<FoundRole> {
  const found = await findRole(db, role);
  if (!found) throw roleNotFound(field);
  return found;
}

export async function findRole(
  db: TenantDb,
  role: string,
): Promise<FoundRole | undefined> {
  if (isRole(role))
    return { role, name: roleNameOf(role, null), grants: grantsOf(role) };
  const found = await db.find(roles, role);
  if (!found) return undefined;
  const customPermissions = JSON.stringify(found.permissions);
  const grants = grantsOfRow({ role, customPermissions });
  return { role, name: found.name, grants };
}

/** The error for an unknown role that the input names in a field. */
export function roleNotFound(path: string): DomainError {
  return new DomainError("ROLE_NOT_FOUND", {
    issues: [issueAt(path, "ROLE_REQUIRED")],
  });
}
