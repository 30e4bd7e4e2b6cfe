import { getTableName, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { can, missingToGrant } from "#shared/permissions";
import { users } from "#server/core/users/table";
import { grantsOfRow, type RoleRow } from "#server/core/roles/grants";

/** The role that an invitation or an invitation link gives, and the current role of its inviter. */
export interface InvitedRole {
  role: RoleRow;
  /** The current role of the inviter; undefined when the inviter is suspended or does not exist any more. */
  inviter: RoleRow | undefined;
}

/**
 * SQL for the current role of an inviter, and for the permissions of this role if it is a custom role. Both are null
 * when the inviter is suspended or does not exist any more.
 * @param by the column with the inviter's user id
 * @param account the column with the id of the service account, if one was the inviter
 */
export function inviterFields(by: SQLiteColumn, account?: SQLiteColumn) {
  const table = getTableName(by.table);
  // Drizzle omits the table name of a column when a query selects from one table. In a subquery, `org_id` alone would
  // mean the column of the inner table.
  const ofMember = `(select m.role from memberships as m
    where m.org_id = ${table}.org_id and m.user_id = ${table}.${by.name} and m.suspended_at is null)`;
  const ofAccount =
    account &&
    `(select a.role from service_accounts as a
    where a.org_id = ${table}.org_id and a.id = ${table}.${account.name} and a.suspended_at is null)`;
  const role = sql.raw(
    ofAccount
      ? `iif(${table}.${account.name} is null, ${ofMember}, ${ofAccount})`
      : ofMember,
  );
  return {
    inviterRole: sql<string | null>`${role}`,
    inviterPermissions: sql<
      string | null
    >`(select r.permissions from roles as r where r.org_id = ${sql.identifier(table)}.org_id and r.id = ${role})`,
  };
}

export function inviterOfRow({
  inviterRole,
  inviterPermissions,
}: {
  inviterRole: string | null;
  inviterPermissions: string | null;
}): RoleRow | undefined {
  if (inviterRole === null) return undefined;
  return { role: inviterRole, customPermissions: inviterPermissions };
}

/**
 * Whether the inviter can still send invitations and still has all permissions of the role that the invitation gives.
 */
export function inviterMayStillGrant({ role, inviter }: InvitedRole): boolean {
  if (!inviter) return false;
  const held = grantsOfRow(inviter);
  return (
    can(held, "invitation:create") &&
    missingToGrant(held, grantsOfRow(role)).length === 0
  );
}

/** SQL for the name of the user or of the service account that sent an invitation. `users` must be joined. */
export const inviterNameSql = sql<string>`coalesce((select a.name from service_accounts as a
  where a.org_id = invitations.org_id and a.id = invitations.invited_by_account), ${users.name})`;
