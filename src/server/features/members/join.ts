import { type SQLWrapper, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { memberships } from "#server/core/memberships/table";
import type { User } from "#server/core/users/user";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { DomainError } from "#server/kernel/errors";
import { formerMemberSql } from "./former-members";
import { type Membership, toMembership } from "./schemas";

type Violation = () => DomainError;

/**
 * The role that an invitation, an invitation link or an email domain gives. `customName` is null for a built-in role.
 */
interface GivenRole {
  role: string;
  customName: string | null;
}

/** Makes an invited user a member. It does not look for a free seat, because the invitation has reserved a seat. */
export function joinInvited(
  db: TenantDb,
  user: User,
  given: GivenRole,
  onConflict: Violation,
): Membership {
  guardEmail(db, user, onConflict);
  return addMember(db, user, given, onConflict);
}

/**
 * Adds a member who was not invited by email. The organization must have a free seat, and the user must not be a former
 * member.
 * @param addressHash the hash of the user's email address from `hashAddress`
 */
export function joinUninvited(
  db: TenantDb,
  user: User,
  addressHash: string,
  given: GivenRole,
  { onConflict, onFull }: { onConflict: Violation; onFull: Violation },
): Membership {
  guardEmail(db, user, onConflict);
  // When a user changes their email address, former members are recorded without a new version of the organization. So
  // the batch must check again that the user is not a former member.
  const isFormer = formerMemberSql(db.orgId, { userId: user.id, addressHash });
  db.guard(sql`not ${isFormer}`, onConflict);
  db.guard(hasFreeSeat(sql`${db.orgId}`, user.email, db.now), onFull);
  return addMember(db, user, given, onConflict);
}

/**
 * Requires that the user still has the email address that was read. A change of the email address does not change the
 * version of the organization, so the batch must check it.
 */
export function guardEmail(
  db: TenantDb,
  { id, email }: User,
  onConflict: Violation,
): void {
  db.guard(
    sql`exists (select 1 from users where id = ${id} and email = ${email})`,
    onConflict,
  );
}

/**
 * SQL that tells whether a seat is free. Every pending invitation reserves a seat, except an invitation to this email
 * address.
 */
export function hasFreeSeat(orgId: SQLWrapper, email: string, now: number) {
  return sql<number>`(select seats is null or seats >
    (select count(*) from memberships where org_id = ${orgId} and suspended_at is null) +
    (select count(*) from invitations where org_id = ${orgId} and status = 'pending'
      and expires_at > ${now} and email <> ${email})
    from organizations as org where org.id = ${orgId})`;
}

function addMember(
  db: TenantDb,
  user: User,
  { role, customName }: GivenRole,
  onConflict: Violation,
): Membership {
  const userId = user.id;
  const row = { id: newId("membership"), userId, role, joinedAt: db.now };
  const membership = db.insert(memberships, row, onConflict);
  return toMembership({ ...user, ...membership, customName });
}
