import { isNull, type SQL, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/tenant";
import type { DomainError } from "../../errors";
import { organizations } from "../organizations/schema";
import { isFormer } from "./former";

/** Undoes the whole mutation unless the organization is there, and the person is who they were read as and was not removed. */
export function mustBeWelcome(
  tenant: TenantDb,
  person: { id: string; email: string; addressHash: string },
  otherwise: () => DomainError,
): void {
  tenant.mustExist(organizations, isNull(organizations.deletedAt), otherwise);
  const { id: userId, addressHash } = person;
  tenant.must(
    sql`not ${isFormer(tenant.orgId, { userId, addressHash })}`,
    otherwise,
  );
  // The address may have become another one: only that of the moment counts.
  tenant.must(
    sql`exists (select 1 from users where id = ${person.id} and email = ${person.email})`,
    otherwise,
  );
}

/** Those that are kept for invited people, other than this one, are not free. */
export function hasFreeSeat(orgId: SQL, email: string, now: number) {
  return sql<number>`(select seats is null or seats >
    (select count(*) from memberships where org_id = ${orgId} and suspended_at is null) +
    (select count(*) from invitations where org_id = ${orgId} and status = 'pending'
      and expires_at > ${now} and email <> ${email})
    from organizations as org where org.id = ${orgId})`;
}
