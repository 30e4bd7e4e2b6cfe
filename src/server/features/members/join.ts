import { type SQLWrapper, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { memberships } from "#server/core/memberships/table";
import type { User } from "#server/core/users/user";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { DomainError } from "#server/kernel/errors";
import { formerMemberSql } from "./former-members";
import { type Membership, toMembership } from "./schemas";

type Violation = () => DomainError;

/** The role that an invitation, a link or a domain gives; `customName` is null for a built-in role. */
interface GivenRole {
  role: string;
  customName: string | null;
}

/** Makes an invited user a member. The invitation has reserved the seat. */
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
 * Makes a user a member who was not invited by email: there must be a free seat, and the user must not be a former member.
 * @param addressHash the user's email address, as `hashAddress` returns it
 */
export function joinUninvited(
  db: TenantDb,
  user: User,
  addressHash: string,
  given: GivenRole,
  { onConflict, onFull }: { onConflict: Violation; onFull: Violation },
): Membership {
  guardEmail(db, user, onConflict);
  // Changing an email address records former members without an event: the version of the organization stays the same.
  const isFormer = formerMemberSql(db.orgId, { userId: user.id, addressHash });
  db.guard(sql`not ${isFormer}`, onConflict);
  db.guard(hasFreeSeat(sql`${db.orgId}`, user.email, db.now), onFull);
  return addMember(db, user, given, onConflict);
}

/** Requires that the user still has the email address that was read. The version of the organization does not cover it. */
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

/** Whether a seat is free. Pending invitations reserve seats, except one to this email address. */
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
