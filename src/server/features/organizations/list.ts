import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { type Authenticated, isKeyCall } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { listDeletedOrganizations } from "./deletion";
import { organizations } from "#server/core/organizations/table";
import { listOrganizations } from "./service";
import { toOrganization } from "./schemas";

/**
 * Lists the organization of an API key, or the organizations of a user: those they are a member of, those they can restore, or those they are suspended
 * in.
 */
export function organizationsFor(
  db: Database,
  caller: Authenticated,
  now: number,
  { deleted, suspended }: { deleted?: boolean; suspended?: boolean } = {},
) {
  if (isKeyCall(caller)) {
    const found = suspended ? caller.suspended : caller.organization;
    return deleted || !found ? [] : [toOrganization(found, found)];
  }
  const userId = caller.user.id;
  if (deleted) return listDeletedOrganizations(db, userId, now);
  if (suspended) return listSuspendedOrganizations(db, userId);
  return listOrganizations(db, userId);
}

async function listSuspendedOrganizations(
  { drizzle }: Database,
  userId: string,
) {
  const rows = await drizzle
    .select({
      organization: organizations,
      role: memberships.role,
      customName: customNameSql(memberships),
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(
      and(
        eq(memberships.userId, userId),
        isNotNull(memberships.suspendedAt),
        isNull(organizations.deletedAt),
      ),
    )
    .orderBy(asc(organizations.name), asc(organizations.id));
  return rows.map(({ organization, role, customName }) =>
    toOrganization(organization, {
      role,
      roleName: roleNameOf(role, customName),
    }),
  );
}
