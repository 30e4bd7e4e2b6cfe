import { sql } from "drizzle-orm";
import { isRole } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import type { Post } from "#server/kernel/mail/post";
import { transferGivenMail, transferTakenMail } from "./mail";
import { memberships } from "#server/core/memberships/table";
import { roleNameOf, roleNotFound } from "#server/core/roles/grants";
import {
  findPending,
  type TransferRecord,
  isLive,
  conflict,
  requireLive,
  toTransfer,
} from "./lookup";
import { adminTransfers } from "./table";
import type { Transfer } from "./schemas";

/** Returns the pending admin transfer if the caller is its sender, its recipient or an admin. */
export async function readPending(
  db: TenantDb,
  { id, organization }: Caller,
): Promise<{ transfer: Transfer | null }> {
  const found = await findPending(db);
  const isOpen =
    found && isLive(found, db.now) && canSee(found, id, organization.role);
  return { transfer: isOpen ? toTransfer(found, organization) : null };
}

/**
 * Cancels the pending admin transfer. Its sender and all admins can do this.
 * @throws DomainError TRANSFER_INVALID when no valid admin transfer is pending, or when the caller cannot cancel it
 */
export async function cancelTransfer(
  db: TenantDb,
  { id, organization }: Caller,
): Promise<void> {
  const found = await requireLive(db);
  if (found.fromUserId !== id && organization.role !== "admin")
    throw new DomainError("TRANSFER_INVALID");
  setStatus(db, found, "cancelled");
}

/** @throws DomainError TRANSFER_INVALID when the caller is not the recipient of the pending admin transfer */
export async function declineTransfer(
  db: TenantDb,
  { id }: Caller,
): Promise<void> {
  setStatus(db, await requireReceived(db, id), "declined");
}

/**
 * Makes the recipient an admin and gives the sender the role that the sender chose, in one batch. The batch changes the
 * recipient first, because a trigger requires an admin after every statement.
 * @throws DomainError TRANSFER_INVALID when the caller is not the recipient
 */
export async function acceptTransfer(
  db: TenantDb,
  caller: Caller,
): Promise<Transfer> {
  const { id, organization } = caller;
  const [found, members] = await together([
    requireReceived(db, id),
    db.all(membersOfPending, {}),
  ]);
  const { roleAfter, customName } = found;
  if (!isRole(roleAfter) && customName === null) throw roleNotFound("role");
  const memberOf = (userId: string) =>
    members.find((member) => member.userId === userId);
  setStatus(db, found, "accepted");
  changeRole(db, memberOf(found.toUserId), "admin");
  changeRole(db, memberOf(found.fromUserId), roleAfter);
  await notifyBoth(db, caller.post, found, organization.name);
  return toTransfer(found, organization);
}

function canSee(found: TransferRecord, userId: string, role: string): boolean {
  return (
    role === "admin" || found.fromUserId === userId || found.toUserId === userId
  );
}

async function requireReceived(
  db: TenantDb,
  userId: string,
): Promise<TransferRecord> {
  const found = await requireLive(db);
  if (found.toUserId !== userId) throw new DomainError("TRANSFER_INVALID");
  return found;
}

function setStatus(
  db: TenantDb,
  found: TransferRecord,
  status: "accepted" | "declined" | "cancelled",
): void {
  db.update(adminTransfers, rowOf(adminTransfers, found), { status }, conflict);
}

/** The memberships of the sender and of the recipient of the pending admin transfer. */
const membersOfPending = defineQuery()((db) =>
  db.from(memberships).where(
    sql`${memberships.userId} in (select value from admin_transfers as t, json_each(json_array(t.from_user_id, t.to_user_id))
        where t.org_id = ${memberships.orgId} and t.status = 'pending')`,
  ),
);

function changeRole(
  db: TenantDb,
  member: typeof memberships.$inferSelect | undefined,
  role: string,
): void {
  if (!member) throw conflict();
  db.update(memberships, member, { role }, conflict);
}

async function notifyBoth(
  { orgId }: TenantDb,
  post: Post,
  found: TransferRecord,
  organization: string,
): Promise<void> {
  const { fromName: sender, toName: recipient } = found;
  const roleAfter = roleNameOf(found.roleAfter, found.customName);
  const told = { sender, recipient, roleAfter, organization };
  const about = { kind: "transfer", orgId } as const;
  await post(transferGivenMail({ ...told, to: found.fromEmail }), about);
  await post(transferTakenMail({ ...told, to: found.toEmail }), about);
}
