import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "#server/kernel/db/client";
import { type Changes, TenantDb } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { domains } from "#server/features/domains/table";
import { invitations } from "#server/features/invitations/table";
import { invitationLinks } from "#server/features/invitations/links/table";
import { formerMembers, memberships } from "#server/core/memberships/table";
import { projects } from "#server/features/projects/table";
import { adminTransfers } from "#server/features/admin-transfers/table";

/** All organizations with a row that refers to the user, including those that the user has left. */
export async function organizationsReferencing(
  { drizzle }: Database,
  userId: string,
): Promise<string[]> {
  const rows = await drizzle.all<{ orgId: string }>(sql`
    select org_id as orgId from ${memberships} where user_id = ${userId}
    union select org_id from ${invitations} where invited_by = ${userId}
    union select org_id from ${invitationLinks} where created_by = ${userId}
    union select org_id from ${adminTransfers} where from_user_id = ${userId}
    union select org_id from ${adminTransfers} where to_user_id = ${userId}
    union select org_id from ${projects} where created_by = ${userId}
    union select org_id from ${domains} where created_by = ${userId}
    union select org_id from ${formerMembers} where user_id = ${userId}`);
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
  await removeInvitations(tenant, userId);
  await removeWhere(tenant, invitationLinks, { createdBy: userId });
  await removeWhere(tenant, adminTransfers, { fromUserId: userId });
  await removeWhere(tenant, adminTransfers, { toUserId: userId });
  await forgetUser(tenant, userId);
  for (const table of [projects, domains]) {
    const isReferenced = await exists(tenant, table, { createdBy: userId });
    if (isReferenced)
      tenant.updateAll(table, { createdBy: userId }, { createdBy: null });
  }
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

/** Removes the user id of former members. The hash of the email address stays, to recognize a new account. */
async function forgetUser(tenant: TenantDb, userId: string): Promise<void> {
  if (await exists(tenant, formerMembers, { userId }))
    tenant.updateAll(formerMembers, { userId }, { userId: null });
}

async function removeWhere<T extends TenantTable>(
  tenant: TenantDb,
  table: T,
  where: Changes<T>,
): Promise<void> {
  if (await exists(tenant, table, where)) tenant.removeAll(table, where);
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
