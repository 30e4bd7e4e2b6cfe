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

/**
 * Computes what would change if all members and service accounts with a role had other permissions.
 * @throws DomainError NOT_FOUND for an unknown role; ROLE_NOT_FOUND for an unknown replacement
 */
export async function readImpact(
  db: TenantDb,
  role: string,
  change: { permissions: readonly Permission[] } | { replacement: string },
): Promise<Impact> {
  const found = await findRole(db, role);
  if (!found) throw new DomainError("NOT_FOUND");
  const before = found.grants;
  const after =
    "replacement" in change
      ? (await requireRole(db, change.replacement, "replacement")).grants
      : withNeeded(change.permissions);
  const [members, accounts, invited] = await Promise.all([
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
