import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { deleteStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry } from "#server/kernel/errors";
import { memberships } from "#server/core/memberships/table";
import { markForPurge } from "#server/features/organizations/purge";
import type { AccountCall } from "../account-call";
import { users } from "#server/core/users/table";
import type { AffectedMembership } from "./affected-organizations";

/** Ends the membership of the user in an organization, and records this in its audit log. */
export function leaveOrganization(
  { db, work }: Pick<AccountCall, "db" | "work">,
  { membership }: AffectedMembership,
): void {
  const tenant = new TenantDb(db.drizzle, work, membership.orgId);
  // Suspending a user account does not change the versions of its organizations. So only this guard detects that the
  // other admin was suspended in the meantime.
  work.guard(isAnotherAdmin(membership), conflictRetry);
  tenant.remove(memberships, membership, conflictRetry);
}

/** Marks an organization for the purge. The call is retried if another admin could keep the organization. */
export function deleteOrganization(
  work: UnitOfWork,
  { membership, organization, others }: AffectedMembership,
): void {
  if (others > 0)
    work.guard(sql`not (${isAnotherAdmin(membership)})`, conflictRetry);
  const { id } = membership;
  // The audit log is purged with the organization. The event is recorded for its new head, which makes concurrent
  // mutations of the organization run again.
  work.record(organization.id, {
    table: "organizations",
    id: organization.id,
    before: { deletedAt: organization.deletedAt },
    after: { deletedAt: work.now },
  });
  const itself = { sql: "id = ?", args: [organization.id] };
  for (const statement of markForPurge(itself, work.now)) work.write(statement);
  work.write(deleteStatement(memberships, { orgId: organization.id, id }));
}

function isAnotherAdmin({ orgId, userId }: AffectedMembership["membership"]) {
  const other = and(
    eq(memberships.orgId, orgId),
    ne(memberships.userId, userId),
    eq(memberships.role, "admin"),
    isNull(memberships.suspendedAt),
    isNull(users.suspendedAt),
  );
  return sql`exists (select 1 from ${memberships} join ${users} on ${users.id} = ${memberships.userId} where ${other})`;
}
