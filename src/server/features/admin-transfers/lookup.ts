import { eq, getTableColumns, sql } from "drizzle-orm";
import { users } from "#server/core/users/table";
import type { Caller } from "#server/core/caller";
import { hasSecondFactorSql } from "#server/core/users/second-factors";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import { memberships } from "#server/core/memberships/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { adminTransfers } from "./table";
import type { Transfer } from "./schemas";

const fields = {
  ...getTableColumns(adminTransfers),
  customName: customNameSql({
    orgId: adminTransfers.orgId,
    role: adminTransfers.roleAfter,
  }),
  toName: users.name,
  toEmail: users.email,
  fromName: sql<string>`(select name from users as sender where sender.id = ${adminTransfers.fromUserId})`,
  fromEmail: sql<string>`(select email from users as sender where sender.id = ${adminTransfers.fromUserId})`,
  senderIsAdmin: activeMemberSql("from_user_id", "and role = 'admin'"),
  recipientIsMember: activeMemberSql("to_user_id", "and role <> 'admin'"),
  toHoldsFactor: hasSecondFactorSql(users.id),
};

const pendingOffer = defineQuery()((db) =>
  db
    .join(adminTransfers, users, eq(users.id, adminTransfers.toUserId), fields)
    .where(eq(adminTransfers.status, "pending")),
);

const factor = defineQuery<{ userId: string }>()((db, value) =>
  db
    .select(memberships, { holds: hasSecondFactorSql(value("userId")) })
    .limit(1),
);

/** @returns 1 if the user has set up two-factor authentication, otherwise 0 */
export async function hasSecondFactor(db: TenantDb, userId: string) {
  const [row] = await db.all(factor, { userId });
  return row?.holds ?? 0;
}

export type TransferRecord = NonNullable<
  Awaited<ReturnType<typeof findPending>>
>;

/**
 * Finds the pending admin transfer, even when it has expired or is paused. `isLive` tells whether it is still valid.
 */
export async function findPending(db: TenantDb) {
  const [found] = await db.all(pendingOffer, {});
  return found;
}

/**
 * Whether a pending admin transfer has not expired and is not paused. It is paused while its sender or its recipient is
 * suspended.
 */
export function isLive(
  { expiresAt, senderIsAdmin, recipientIsMember }: TransferRecord,
  now: number,
): boolean {
  return expiresAt > now && senderIsAdmin === 1 && recipientIsMember === 1;
}

/** @throws DomainError TRANSFER_INVALID when no valid admin transfer is pending */
export async function requireLive(db: TenantDb): Promise<TransferRecord> {
  const found = await findPending(db);
  if (!found || !isLive(found, db.now))
    throw new DomainError("TRANSFER_INVALID");
  return found;
}

export function conflict(): DomainError {
  return conflictRetry("TRANSFER_INVALID");
}

export function toTransfer(
  found: Omit<
    TransferRecord,
    "senderIsAdmin" | "recipientIsMember" | "fromEmail" | "toEmail"
  >,
  { twoFactorRequiredFrom }: Caller["organization"],
): Transfer {
  return {
    id: found.id,
    from: { id: found.fromUserId, name: found.fromName },
    to: { id: found.toUserId, name: found.toName },
    roleAfter: found.roleAfter,
    roleAfterName: roleNameOf(found.roleAfter, found.customName),
    lacksSecondFactor:
      twoFactorRequiredFrom !== null && found.toHoldsFactor !== 1,
    expiresAt: iso(found.expiresAt),
    createdAt: iso(found.createdAt),
  };
}

function activeMemberSql(column: "from_user_id" | "to_user_id", and_: string) {
  return sql<number>`exists (select 1 from memberships as party
    where party.org_id = ${adminTransfers.orgId} and party.user_id = ${sql.raw(`admin_transfers.${column}`)}
    and party.suspended_at is null ${sql.raw(and_)})`;
}
