import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "#server/kernel/db/client";
import { type Changes, TenantDb } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { apiKeys } from "#server/core/api-keys/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { domains } from "#server/features/domains/table";
import { invitations } from "#server/features/invitations/table";
import { invitationLinks } from "#server/features/invitations/links/table";
import { formerMembers, memberships } from "#server/core/memberships/table";
import { projectFavourites, projects } from "#server/features/projects/table";
import { accessRequests } from "#server/features/requests/table";
import { adminTransfers } from "#server/features/admin-transfers/table";

/** A column that refers to a user, and what happens to its rows in an organization when the account is deleted. */
interface Reference {
  readonly column: SQLiteColumn;
  readonly read: (tenant: TenantDb, userId: string) => Promise<Remove>;
}

/** Adds the removal of the rows that were read to the batch. */
type Remove = () => void;

const NOTHING: Remove = () => {};

/** All columns of organizations that refer to a user. A test checks that the list is complete. */
export const REFERENCES: readonly Reference[] = [
  // The memberships were removed before, because their removal has further consequences.
  { column: memberships.userId, read: () => Promise.resolve(NOTHING) },
  { column: invitations.invitedBy, read: readInvitations },
  {
    column: invitationLinks.createdBy,
    read: (tenant, createdBy) =>
      readRemoved(tenant, invitationLinks, { createdBy }),
  },
  {
    column: adminTransfers.fromUserId,
    read: (tenant, fromUserId) =>
      readRemoved(tenant, adminTransfers, { fromUserId }),
  },
  {
    column: adminTransfers.toUserId,
    read: (tenant, toUserId) =>
      readRemoved(tenant, adminTransfers, { toUserId }),
  },
  {
    column: projects.createdBy,
    read: (tenant, createdBy) =>
      readChanged(tenant, projects, { createdBy }, { createdBy: null }),
  },
  // Triggers remove the owner, the favourites and the requests together with the membership.
  { column: projects.ownerId, read: () => Promise.resolve(NOTHING) },
  { column: projectFavourites.userId, read: () => Promise.resolve(NOTHING) },
  { column: accessRequests.userId, read: () => Promise.resolve(NOTHING) },
  {
    column: domains.createdBy,
    read: (tenant, createdBy) =>
      readChanged(tenant, domains, { createdBy }, { createdBy: null }),
  },
  {
    column: apiKeys.userId,
    read: (tenant, userId) => readRemoved(tenant, apiKeys, { userId }),
  },
  {
    column: apiKeys.issuedBy,
    read: (tenant, issuedBy) =>
      readChanged(tenant, apiKeys, { issuedBy }, { issuedBy: null }),
  },
  {
    column: serviceAccounts.stewardId,
    read: (tenant, stewardId) =>
      readChanged(tenant, serviceAccounts, { stewardId }, { stewardId: null }),
  },
  {
    // The hash of the email address stays, to recognize a new account.
    column: formerMembers.userId,
    read: (tenant, userId) =>
      readChanged(tenant, formerMembers, { userId }, { userId: null }),
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
 * Removes all references to the user from the rows of organizations before the foreign keys do it. So the audit logs of
 * the organizations record the removal, and concurrent mutations of the organizations run again.
 */
export async function removeReferences(
  { drizzle }: Database,
  work: UnitOfWork,
  { orgIds, userId }: { orgIds: readonly string[]; userId: string },
): Promise<void> {
  const reads = orgIds.flatMap((orgId) => {
    const tenant = new TenantDb(drizzle, work, orgId);
    return REFERENCES.map(({ read }) => read(tenant, userId));
  });
  for (const remove of await together(reads)) remove();
}

/** Records the removal of each pending invitation, and the removal of all other invitations as one change. */
async function readInvitations(
  tenant: TenantDb,
  userId: string,
): Promise<Remove> {
  const isSent = eq(invitations.invitedBy, userId);
  const [pending, [other]] = await together([
    tenant
      .from(invitations)
      .where(and(isSent, eq(invitations.status, "pending"))),
    tenant
      .from(invitations)
      .where(and(isSent, ne(invitations.status, "pending")))
      .limit(1),
  ]);
  return () => {
    for (const invitation of pending) tenant.remove(invitations, invitation);
    if (other) tenant.removeAll(invitations, { invitedBy: userId });
  };
}

async function readRemoved<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
): Promise<Remove> {
  if (!(await exists(tenant, table, where))) return NOTHING;
  return () => tenant.removeAll(table, where);
}

async function readChanged<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
  changes: Changes<T>,
): Promise<Remove> {
  if (!(await exists(tenant, table, where))) return NOTHING;
  return () => tenant.updateAll(table, where, changes);
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
