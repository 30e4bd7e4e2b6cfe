import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "#server/kernel/db/client";
import { type Changes, TenantDb } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { apiKeys } from "#server/core/api-keys/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { domains } from "#server/features/domains/table";
import { invitations } from "#server/features/invitations/table";
import { invitationLinks } from "#server/features/invitations/links/table";
import { formerMembers, memberships } from "#server/core/memberships/table";
import { projects } from "#server/features/projects/table";
import { adminTransfers } from "#server/features/admin-transfers/table";

/** A column that refers to a user, and what happens to its rows in an organization when the account is deleted. */
interface Reference {
  readonly column: SQLiteColumn;
  readonly remove: (tenant: TenantDb, userId: string) => Promise<void> | void;
}

/** All columns of organizations that refer to a user. A test checks that the list is complete. */
export const REFERENCES: readonly Reference[] = [
  // The memberships were removed before, because their removal has further consequences.
  { column: memberships.userId, remove: () => undefined },
  { column: invitations.invitedBy, remove: removeInvitations },
  {
    column: invitationLinks.createdBy,
    remove: (tenant, createdBy) =>
      removeRows(tenant, invitationLinks, { createdBy }),
  },
  {
    column: adminTransfers.fromUserId,
    remove: (tenant, fromUserId) =>
      removeRows(tenant, adminTransfers, { fromUserId }),
  },
  {
    column: adminTransfers.toUserId,
    remove: (tenant, toUserId) =>
      removeRows(tenant, adminTransfers, { toUserId }),
  },
  {
    column: projects.createdBy,
    remove: (tenant, createdBy) =>
      changeRows(tenant, projects, { createdBy }, { createdBy: null }),
  },
  {
    column: domains.createdBy,
    remove: (tenant, createdBy) =>
      changeRows(tenant, domains, { createdBy }, { createdBy: null }),
  },
  {
    column: apiKeys.userId,
    remove: (tenant, userId) => removeRows(tenant, apiKeys, { userId }),
  },
  {
    column: apiKeys.issuedBy,
    remove: (tenant, issuedBy) =>
      changeRows(tenant, apiKeys, { issuedBy }, { issuedBy: null }),
  },
  {
    column: serviceAccounts.stewardId,
    remove: (tenant, stewardId) =>
      changeRows(tenant, serviceAccounts, { stewardId }, { stewardId: null }),
  },
  {
    // The hash of the email address stays, to recognize a new account.
    column: formerMembers.userId,
    remove: (tenant, userId) =>
      changeRows(tenant, formerMembers, { userId }, { userId: null }),
  },
];

/** All organizations with a row that refers to the user, including those that the user has left. */
export async function organizationsReferencing(
  { drizzle }: Database,
  userId: string,
): Promise<string[]> {
  const selects = REFERENCES.map(
    ({ column }) =>
      sql`select org_id as orgId from ${column.table} where ${column} = ${userId}`,
  );
  const union = sql.join(selects, sql` union `);
  const rows = await drizzle.all<{ orgId: string }>(union);
  return rows.map(({ orgId }) => orgId);
}

/**
 * Removes all references to the user from the rows of an organization before the foreign keys do it. So the audit log
 * of the organization records the removal, and concurrent mutations of the organization run again.
 */
export async function removeReferences(
  { drizzle }: Database,
  work: UnitOfWork,
  { orgId, userId }: { orgId: string; userId: string },
): Promise<void> {
  const tenant = new TenantDb(drizzle, work, orgId);
  for (const { remove } of REFERENCES) await remove(tenant, userId);
}

/** Records the removal of each pending invitation, and the removal of all other invitations as one change. */
async function removeInvitations(
  tenant: TenantDb,
  userId: string,
): Promise<void> {
  const pending = await tenant
    .from(invitations)
    .where(
      and(eq(invitations.invitedBy, userId), eq(invitations.status, "pending")),
    );
  for (const invitation of pending) tenant.remove(invitations, invitation);
  const [other] = await tenant
    .from(invitations)
    .where(
      and(eq(invitations.invitedBy, userId), ne(invitations.status, "pending")),
    )
    .limit(1);
  if (other) tenant.removeAll(invitations, { invitedBy: userId });
}

async function removeRows<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
): Promise<void> {
  if (await exists(tenant, table, where)) tenant.removeAll(table, where);
}

async function changeRows<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
  changes: Changes<T>,
): Promise<void> {
  if (await exists(tenant, table, where))
    tenant.updateAll(table, where, changes);
}

async function exists<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
): Promise<boolean> {
  const columns = getTableColumns(table);
  const conditions = Object.entries(where).map(([name, value]) =>
    eq(columns[name] as SQLiteColumn, value),
  );
  const rows = await tenant
    .from(table)
    .where(and(...conditions))
    .limit(1);
  return rows.length > 0;
}
