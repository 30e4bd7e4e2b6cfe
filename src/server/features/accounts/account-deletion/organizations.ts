import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { deleteStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import { memberships } from "#server/core/memberships/table";
import { markForPurge } from "#server/features/organizations/purge";
import type { AccountCall } from "../account-call";
import { users } from "#server/core/users/table";
import type { Membership } from "./affected-organizations";

/** As a member leaves: recorded there. */
export function leaveOrganization(
  { db, work }: Pick<AccountCall, "db" | "work">,
  { membership }: Membership,
): void {
  const tenant = new TenantDb(db.drizzle, work, membership.orgId);
  // The version of the organization does not say which accounts are suspended.
  work.guard(isAnotherAdmin(membership), overtaken);
  tenant.remove(memberships, membership, overtaken);
}

/** Marks the organization for the purge, unless another admin could keep it by now. */
export function deleteOrganization(
  work: UnitOfWork,
  { membership, organization, others }: Membership,
): void {
  if (others > 0)
    work.guard(sql`not (${isAnotherAdmin(membership)})`, overtaken);
  const { id } = membership;
  // The log goes along. Its head moves all the same, so that a mutation that was decided before runs again.
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

function isAnotherAdmin({ orgId, userId }: Membership["membership"]) {
  const other = and(
    eq(memberships.orgId, orgId),
    ne(memberships.userId, userId),
    eq(memberships.role, "admin"),
    isNull(memberships.suspendedAt),
    isNull(users.suspendedAt),
  );
  return sql`exists (select 1 from ${memberships} join ${users} on ${users.id} = ${memberships.userId} where ${other})`;
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
