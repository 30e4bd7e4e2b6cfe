import { and, desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import { normalizeEmail } from "#shared/fields";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { toPage } from "#server/kernel/inputs";
import {
  customNameSql,
  customPermissionsSql,
  type RoleRow,
} from "#server/core/roles/grants";
import {
  inviterOfRow,
  inviterFields,
  inviterNameSql,
  inviterMayStillGrant,
} from "./inviter-rights";
import { invitations } from "./table";
import { type InvitationRow, toSentInvitation } from "./schemas";

/** The fields of an invitation for `toListedInvitation`. `users` must be joined. */
export const invitationFields = {
  ...getTableColumns(invitations),
  inviterName: inviterNameSql,
  ...inviterFields(invitations.invitedBy, invitations.invitedByAccount),
  customName: customNameSql(invitations),
  customPermissions: customPermissionsSql(invitations),
};

const newestInvitations = defineQuery<{
  cursor: string;
  limit: number;
  status: string | null;
  /** A part of the address; null to list all. */
  address: string | null;
  now: number;
}>()((db, value) =>
  db
    .join(
      invitations,
      users,
      eq(users.id, invitations.invitedBy),
      invitationFields,
    )
    .where(
      and(
        lt(invitations.id, value("cursor")),
        sql`(${value("address")} is null or instr(${invitations.email}, ${value("address")}) > 0)`,
        sql`(${value("status")} is null or ${value("status")} =
          iif(${value("status")} = 'open' and ${invitations.status} = 'pending', 'open',
          iif(${value("status")} = 'openExpired' and ${invitations.status} = 'pending' and ${invitations.expiresAt} <= ${value("now")}, 'openExpired',
          iif(${invitations.status} = 'pending' and ${invitations.expiresAt} <= ${value("now")}, 'expired', ${invitations.status}))))`,
      ),
    )
    .orderBy(desc(invitations.id))
    .limit(value("limit")),
);

export async function listInvitations(
  db: TenantDb,
  {
    limit,
    cursor,
    status,
    q = "",
  }: { limit: number; cursor?: string; status?: string; q?: string },
) {
  const rows = await db.all(newestInvitations, {
    cursor: cursor ?? "inv_~",
    limit: limit + 1,
    status: status ?? null,
    address: normalizeEmail(q) || null,
    now: db.now,
  });
  return toPage(
    rows,
    limit,
    (row) => row.id,
    (row) => toListedInvitation(row, db.now),
  );
}

type ListedRow = InvitationRow &
  RoleRow &
  Parameters<typeof inviterOfRow>[0] & {
    notSentAt: number | null;
    inviterName: string;
  };

export function toListedInvitation(row: ListedRow, now: number) {
  return {
    ...toSentInvitation(row, row.inviterName, now),
    isVoid: !inviterMayStillGrant({ role: row, inviter: inviterOfRow(row) }),
  };
}
