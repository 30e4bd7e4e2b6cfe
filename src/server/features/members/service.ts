import { eq, getTableColumns } from "drizzle-orm";
import { can, isRole } from "#shared/permissions";
import {
  type Caller,
  requireRecentSession,
  requireSession,
} from "#server/core/caller";
import { users } from "#server/core/users/table";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import { lastChangeOfField } from "#server/kernel/audit/last-change";
import {
  customNameSql,
  customPermissionsSql,
  grantsOfRow,
  requireHeld,
  requireRole,
} from "#server/core/roles/grants";
import { ROLE_ACTIONS } from "./audit-actions";
import { isRecorded, recordFormerMember } from "./former-members";
import { memberships } from "#server/core/memberships/table";
import { toMembership } from "./schemas";

/** Hashes an email address like `hashAddress` in `hash-address.ts`, with the key of the database that the call uses. */
export type HashAddress = (address: string) => Promise<string>;

export const memberFields = {
  ...getTableColumns(memberships),
  customName: customNameSql(memberships),
  customPermissions: customPermissionsSql(memberships),
  name: users.name,
  email: users.email,
  avatarUrl: users.avatarUrl,
};

const memberByUser = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), memberFields)
    .where(eq(memberships.userId, value("userId"))),
);

export async function getMember(db: TenantDb, userId: string) {
  return toMembership(await requireMember(db, userId));
}

/**
 * Changes the role of a member. `was` is the role that the caller saw: if the member now has another role, the call
 * fails with STALE. Demoting another admin requires a recent authentication.
 */
export async function changeRole(
  db: TenantDb,
  caller: Caller,
  userId: string,
  { role, was }: { role: string; was?: string },
) {
  const [member, newRole] = await together([
    requireMember(db, userId),
    requireRole(db, role),
  ]);
  // The caller must hold all permissions of the new role and of the member's current role.
  requireHeld(caller.givable, [...newRole.grants, ...grantsOfRow(member)]);
  if (member.role === role) return toMembership(member);
  // An API key neither gives nor takes the admin role.
  if (role === "admin" || member.role === "admin") requireSession(caller);
  if (was !== undefined && was !== member.role)
    throw await roleChanged(db, member);
  requireReauthenticationFor(db, caller, member);
  db.update(memberships, rowOf(memberships, member), { role });
  const customName = isRole(role) ? null : newRole.name;
  return toMembership({ ...member, role, customName });
}

/**
 * Removes a member. The caller needs no permission to remove themselves, but a trigger refuses to remove the last
 * admin. A member who is removed, or who leaves while suspended, can come back only by an invitation.
 */
export async function removeMember(
  db: TenantDb,
  caller: Caller,
  userId: string,
  hashAddress: HashAddress,
) {
  const leaving = userId === caller.id;
  if (leaving) requireSession(caller);
  if (!leaving && !can(caller.grants, "member:remove"))
    throw permissionDenied(["member:remove"]);
  const [member, isKnown] = await together([
    requireMember(db, userId),
    isRecorded(db, userId),
  ]);
  if (!leaving) requireHeld(caller.givable, grantsOfRow(member));
  requireReauthenticationFor(db, caller, member);
  db.remove(memberships, rowOf(memberships, member));
  if (isKnown || (leaving && member.suspendedAt === null)) return;
  const addressHash = await hashAddress(member.email);
  recordFormerMember(db, { userId, addressHash });
}

export async function findMember(db: TenantDb, userId: string) {
  const [member] = await db.all(memberByUser, { userId });
  return member;
}

export async function requireMember(db: TenantDb, userId: string) {
  const member = await findMember(db, userId);
  if (!member) throw new DomainError("NOT_FOUND");
  return member;
}

async function roleChanged(
  db: TenantDb,
  { id, role }: { id: string; role: string },
): Promise<DomainError> {
  const given: [string, string] = ["role", role];
  const change = await lastChangeOfField(
    db,
    memberships,
    id,
    given,
    ROLE_ACTIONS,
  );
  return new DomainError("STALE", change);
}

/**
 * Requires a recent authentication to demote or remove another admin. Otherwise the thief of a session could remove the
 * admins who can stop the thief.
 */
export function requireReauthenticationFor(
  db: TenantDb,
  caller: Caller,
  member: { userId: string; role: string },
): void {
  if (member.role === "admin" && member.userId !== caller.id)
    requireRecentSession(caller, db.now);
}
