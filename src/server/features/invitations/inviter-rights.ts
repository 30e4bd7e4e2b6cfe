import { getTableName, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { can, missingToGrant } from "#shared/permissions";
import { grantsOfRow, type RoleRow } from "#server/core/roles/grants";

/** The role that an invitation or an invitation link gives, and the current role of its inviter. */
export interface InvitedRole {
  role: RoleRow;
  /** The current role of the inviter; undefined when the inviter is suspended or no longer a member. */
  inviter: RoleRow | undefined;
}

/**
 * SQL for the current role of an inviter, and for the permissions of this role if it is a custom role. Both are null
 * when the inviter is suspended or no longer a member.
 * @param by the column with the inviter's user id
 */
export function inviterFields(by: SQLiteColumn) {
  const table = getTableName(by.table);
  // Drizzle omits the table name of a column when a query selects from one table. In a subquery, `org_id` alone would
  // mean the column of the inner table.
  const role = sql.raw(`(select m.role from memberships as m
    where m.org_id = ${table}.org_id and m.user_id = ${table}.${by.name} and m.suspended_at is null)`);
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
