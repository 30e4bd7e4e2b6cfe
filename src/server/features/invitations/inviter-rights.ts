import { getTableName, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { can, missingToGrant } from "#shared/permissions";
import { grantsAsRead, type ReadRole } from "#server/core/roles/grants";

/** What lets people in, an invitation or a link, as it was read. */
export interface InvitedRole {
  /** The role that it gives. */
  role: ReadRole;
  /** The role of whoever made it; undefined when they are no member any more, or a suspended one. */
  inviter: ReadRole | undefined;
}

/**
 * Fields of a read that tell who made a row: the role they have now, and its rights where the organization made it.
 * Null for who is no member any more, or a suspended one.
 */
export function inviterFields(by: SQLiteColumn) {
  const table = getTableName(by.table);
  // Spelled out: a column of the only table is written without its table's name, and would be the inner one's.
  const role = sql.raw(`(select m.role from memberships as m
    where m.org_id = ${table}.org_id and m.user_id = ${table}.${by.name} and m.suspended_at is null)`);
  return {
    inviterRole: sql<string | null>`${role}`,
    inviterPermissions: sql<
      string | null
    >`(select r.permissions from roles as r where r.org_id = ${sql.identifier(table)}.org_id and r.id = ${role})`,
  };
}

/** What `inviterFields` read, as it decides. */
export function inviterAsRead({
  inviterRole,
  inviterPermissions,
}: {
  inviterRole: string | null;
  inviterPermissions: string | null;
}): ReadRole | undefined {
  if (inviterRole === null) return undefined;
  return { role: inviterRole, customPermissions: inviterPermissions };
}

/** Whether whoever made it could make it today. */
export function inviterMayStillGrant({ role, inviter }: InvitedRole): boolean {
  if (!inviter) return false;
  const held = grantsAsRead(inviter);
  return (
    can(held, "invitation:create") &&
    missingToGrant(held, grantsAsRead(role)).length === 0
  );
}
