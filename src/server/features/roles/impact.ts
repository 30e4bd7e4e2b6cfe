import { and, asc, eq, gt } from "drizzle-orm";
import {
  can,
  type Grants,
  missingToGrant,
  type Permission,
  withNeeded,
} from "#shared/permissions";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { invitations } from "#server/features/invitations/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { memberships } from "#server/core/memberships/table";
import {
  customPermissionsSql,
  findRole,
  grantsOfRow,
  requireRole,
} from "#server/core/roles/grants";
import type { Impact } from "./schemas";
import { addedPermissions } from "./service";

/** The largest number of affected members whose names are returned. */
const MAX_NAMES = 5;

/** The other permissions of a role, or the role that replaces it. */
type Change = { permissions: readonly Permission[] } | { replacement: string };

/**
 * Computes what would change if all members and service accounts with a role had other permissions.
 * @throws DomainError NOT_FOUND for an unknown role; ROLE_NOT_FOUND for an unknown replacement
 */
export async function readImpact(
  db: TenantDb,
  role: string,
  change: Change,
): Promise<Impact> {
  const [{ grants: before }, after, members, accounts, invited] =
    await together([
      requireExisting(db, role),
      grantsAfter(db, change),
      db.all(membersWithRole, { role }),
      db.all(accountsWithRole, { role }),
      db.all(pendingInvitations, { now: db.now }),
    ]);
  const inviters = new Set([
    ...members.map(({ userId }) => userId),
    ...accounts.map(({ id }) => id),
  ]);
  // An invitation to the changed role will give the new permissions, so its inviter will need all of them.
  const isVoided = (invitation: (typeof invited)[number]) => {
    const given = grantsOfRow(invitation);
    const givenThen = invitation.role === role ? after : given;
    return canInvite(before, given) && !canInvite(after, givenThen);
  };
  return {
    members: members.length,
    serviceAccounts: accounts.length,
    names: members.slice(0, MAX_NAMES).map(({ name }) => name),
    gained: addedPermissions(before, after),
    lost: addedPermissions(after, before),
    invitations: invited.filter((invitation) => invitation.role === role)
      .length,
    voided: invited.filter(
      (invitation) =>
        inviters.has(invitation.invitedByAccount ?? invitation.invitedBy) &&
        isVoided(invitation),
    ).length,
  };
}

async function requireExisting(db: TenantDb, role: string) {
  const found = await findRole(db, role);
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

async function grantsAfter(db: TenantDb, change: Change): Promise<Grants> {
  if (!("replacement" in change)) return withNeeded(change.permissions);
  return (await requireRole(db, change.replacement, "replacement")).grants;
}

function canInvite(held: Grants, given: Grants): boolean {
  return (
    can(held, "invitation:create") && missingToGrant(held, given).length === 0
  );
}

const membersWithRole = defineQuery<{ role: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      userId: memberships.userId,
      name: users.name,
    })
    .where(eq(memberships.role, value("role")))
    .orderBy(asc(memberships.id)),
);

const accountsWithRole = defineQuery<{ role: string }>()((db, value) =>
  db
    .select(serviceAccounts, { id: serviceAccounts.id })
    .where(eq(serviceAccounts.role, value("role"))),
);

const pendingInvitations = defineQuery<{ now: number }>()((db, value) =>
  db
    .select(invitations, {
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      invitedByAccount: invitations.invitedByAccount,
      customPermissions: customPermissionsSql(invitations),
    })
    .where(
      and(
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, value("now")),
      ),
    ),
);
