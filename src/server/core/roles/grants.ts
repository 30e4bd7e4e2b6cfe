import { getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  BUILT_IN_ROLES,
  can,
  type Grants,
  grantsOf,
  isPermission,
  isRole,
  type Permission,
  ROLES,
} from "#shared/permissions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import { roles } from "./table";

/** What a read knows of the role that a row names, beside its id: null in both for a built-in one. */
export interface NamedRole {
  role: string;
  customName: string | null;
  /** Its rights as they are stored. */
  customPermissions: string | null;
}

type Naming = { orgId: SQLiteColumn; role: SQLiteColumn };

/** The name of the role that a row names, where the organization made it; null for a built-in one. */
export function customNameOf(row: Naming): SQL<string | null> {
  return ofItsRole(row, "name");
}

/** The rights of the role that a row names, where the organization made it; null for a built-in one. */
export function customPermissionsOf(row: Naming): SQL<string | null> {
  return ofItsRole(row, "permissions");
}

function ofItsRole({ orgId, role }: Naming, column: "name" | "permissions") {
  return sql<string | null>`(select own_role.${sql.raw(column)}
    from roles as own_role where own_role.org_id = ${columnOf(orgId)} and own_role.id = ${columnOf(role)})`;
}

// Written out, since Drizzle leaves the tables' names away where it selects from one, and two have these columns.
function columnOf({ table, name }: SQLiteColumn): SQL {
  return sql`${sql.identifier(getTableName(table))}.${sql.identifier(name)}`;
}

/** Whether the role that a row names grants the permission, as a condition of a read. */
export function roleGrants(row: Naming, permission: Permission): SQL {
  const builtIn = ROLES.filter((role) => can(grantsOf(role), permission));
  return sql`(${columnOf(row.role)} in ${builtIn} or exists (
    select 1 from roles as own_role, json_each(own_role.permissions) as granted
    where own_role.org_id = ${columnOf(row.orgId)} and own_role.id = ${columnOf(row.role)} and granted.value = ${permission}))`;
}

/** A role in words: the organization's own name of it, or the built-in label. */
export function roleNameOf(role: string, customName: string | null): string {
  return isRole(role) ? BUILT_IN_ROLES[role].label : (customName ?? role);
}

const KEPT = 1000;
const parsed = new Map<string, Grants>();

/** A role with its rights, as they were read. */
export type ReadRole = Omit<NamedRole, "customName">;

/** What a role grants, as it was read. */
export function grantsAsRead({ role, customPermissions }: ReadRole): Grants {
  if (customPermissions === null) return grantsOf(role);
  let grants = parsed.get(customPermissions);
  if (!grants) {
    const stored: unknown = JSON.parse(customPermissions);
    // A right that a later version of the program dropped is none.
    grants = new Set(Array.isArray(stored) ? stored.filter(isPermission) : []);
    if (parsed.size >= KEPT) parsed.clear();
    parsed.set(customPermissions, grants);
  }
  return grants;
}

/** A role of an organization, with its name and what it grants. */
export interface FoundRole {
  role: string;
  name: string;
  grants: Grants;
}

/**
 * As `findRole`, for a role that the caller chose.
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

/** A role of this organization and what it grants. */
export async function findRole(
  db: TenantDb,
  role: string,
): Promise<FoundRole | undefined> {
  if (isRole(role))
    return { role, name: roleNameOf(role, null), grants: grantsOf(role) };
  const found = await db.find(roles, role);
  if (!found) return undefined;
  const customPermissions = JSON.stringify(found.permissions);
  const grants = grantsAsRead({ role, customPermissions });
  return { role, name: found.name, grants };
}

/** The refusal names the field, as for any other value that a form cannot send. */
function roleNotFound(path: string): DomainError {
  const message = "Choose one of the roles.";
  return new DomainError("ROLE_NOT_FOUND", undefined, {
    issues: [{ path, message }],
  });
}
