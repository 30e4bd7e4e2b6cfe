import { type SQL, sql } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { DomainError } from "#server/kernel/errors";
import { isFormer, type Remembered } from "./former";

/** A guard: the user's address is still the one that was read. The version of the organization says nothing about it. */
export function guardAddress(
  tenant: TenantDb,
  person: { id: string; email: string },
  onViolation: () => DomainError,
): void {
  tenant.guard(
    sql`exists (select 1 from users where id = ${person.id} and email = ${person.email})`,
    onViolation,
  );
}

/**
 * A guard for a person who joins by themselves: the organization has not removed the account or the address. An address is
 * remembered without an event when its owner gives it up, so the version of the organization does not tell.
 */
export function guardNotFormer(
  tenant: TenantDb,
  person: Remembered,
  onViolation: () => DomainError,
): void {
  tenant.guard(sql`not ${isFormer(tenant.orgId, person)}`, onViolation);
}

/** Those that are kept for invited people, other than this one, are not free. */
export function hasFreeSeat(orgId: SQL, email: string, now: number) {
  return sql<number>`(select seats is null or seats >
    (select count(*) from memberships where org_id = ${orgId} and suspended_at is null) +
    (select count(*) from invitations where org_id = ${orgId} and status = 'pending'
      and expires_at > ${now} and email <> ${email})
    from organizations as org where org.id = ${orgId})`;
}
