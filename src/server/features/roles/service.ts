import { asc, count, eq, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import {
  BUILT_IN_ROLES,
  isRole,
  missingToGrant,
  type Permission,
  type Role,
  ROLES,
} from "#shared/permissions";
import { type Caller, requireRecentSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { issueAt } from "#shared/issues";
import { memberships } from "#server/core/memberships/table";
import {
  momentOfChange,
  requireUnchanged,
} from "#server/kernel/audit/unchanged";
import { requireHeld } from "#server/core/roles/grants";
import { roles } from "#server/core/roles/table";
import {
  builtInRole,
  completePermissions,
  type ListedRole,
  toRole,
} from "./schemas";

/** The largest number of custom roles in one organization. */
export const MAX_ROLES = 50;

export interface RoleChanges {
  name?: string;
  description?: string;
  permissions?: Permission[];
}

const oldestRoles = defineQuery()((db) =>
  db.from(roles).orderBy(asc(roles.id)),
);

const membersByRole = defineQuery()((db) =>
  db
    .select(memberships, { role: memberships.role, members: count() })
    .groupBy(memberships.role),
);

const membersOf = defineQuery<{ role: string }>()((db, value) =>
  db
    .select(memberships, { members: count() })
    .where(eq(memberships.role, value("role"))),
);

/** Lists the built-in roles, then the custom ones, oldest first. */
export async function listRoles(db: TenantDb): Promise<ListedRole[]> {
  const [own, counted] = await Promise.all([
    db.all(oldestRoles, {}),
    db.all(membersByRole, {}),
  ]);
  const members = new Map(counted.map((row) => [row.role, row.members]));
  return [
    ...ROLES.map((role) => builtInRole(role, members.get(role) ?? 0)),
    ...own.map((row) => toRole(row, members.get(row.id) ?? 0)),
  ];
}

export async function getRole(db: TenantDb, id: string): Promise<ListedRole> {
  if (isRole(id)) return builtInRole(id, await countMembers(db, id));
  const [role, members] = await together([
    requireCustomRole(db, id),
    countMembers(db, id),
  ]);
  return toRole(role, members);
}

/** Creates a custom role. The role cannot have permissions that the caller does not have. */
export function createRole(
  db: TenantDb,
  { grants }: Caller,
  input: {
    name: string;
    description?: string;
    basedOn: Role;
    permissions: Permission[];
  },
): ListedRole {
  const permissions = completePermissions(input.permissions);
  requireHeld(grants, permissions);
  db.guard(
    sql`(select count(*) from roles where org_id = ${db.orgId}) < ${MAX_ROLES}`,
    () => new DomainError("ROLE_LIMIT", { max: MAX_ROLES }),
  );
  const row = db.insert(
    roles,
    {
      id: newId("role"),
      name: input.name,
      nameFold: normalizeName(input.name),
      description: input.description ?? "",
      basedOn: input.basedOn,
      permissions,
      createdAt: db.now,
      updatedAt: db.now,
    },
    nameTaken,
  );
  return toRole(row, 0);
}

/**
 * Changes a custom role; the change applies to all members with the role from their next request on. The caller must
 * have the permissions of the role before and after the change, and needs a recent authentication to add permissions.
 */
export async function updateRole(
  db: TenantDb,
  caller: Caller,
  id: string,
  changes: RoleChanges,
  readAt: string | undefined,
): Promise<ListedRole> {
  const [before, members] = await together([
    requireCustomRole(db, id),
    countMembers(db, id),
  ]);
  const permissions =
    changes.permissions && completePermissions(changes.permissions);
  requireHeld(caller.grants, [...before.permissions, ...(permissions ?? [])]);
  if (
    permissions &&
    addedPermissions(before.permissions, permissions).length > 0
  )
    requireRecentSession(caller, db.now);
  await requireUnchanged(db, roles, before, readAt);
  const after = db.update(
    roles,
    before,
    {
      description: changes.description,
      permissions,
      ...(changes.name !== undefined && {
        name: changes.name,
        nameFold: normalizeName(changes.name),
      }),
      updatedAt: momentOfChange(db.now, before),
    },
    nameTaken,
  );
  return toRole(after, members);
}

/** @throws DomainError NOT_FOUND, BUILT_IN_ROLE */
export async function requireCustomRole(db: TenantDb, id: string) {
  if (isRole(id)) throw new DomainError("BUILT_IN_ROLE");
  const found = await db.find(roles, id);
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

/** The permissions in `after` that are not in `before`. */
export function addedPermissions(
  before: Iterable<Permission>,
  after: Iterable<Permission>,
): Permission[] {
  return missingToGrant(new Set(before), new Set(after));
}

async function countMembers(db: TenantDb, role: string): Promise<number> {
  const [row] = await db.all(membersOf, { role });
  return row?.members ?? 0;
}

/**
 * Normalizes the name of a role so that names that look alike are equal; it also removes invisible characters. The name
 * of a built-in role is refused.
 */
function normalizeName(name: string): string {
  const folded = name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
  const builtIn = ROLES.map((role) => BUILT_IN_ROLES[role].label.toLowerCase());
  if (builtIn.includes(folded)) throw nameTaken();
  return folded;
}

function nameTaken(): DomainError {
  return new DomainError("ROLE_NAME_TAKEN", {
    issues: [issueAt("name", "ROLE_NAME_TAKEN")],
  });
}
