import { newId } from "#shared/id";
import { isRole } from "#shared/permissions";
import {
  type Caller,
  requireRecentSession,
  requireSession,
} from "#server/core/caller";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { DomainError, invalidField } from "#server/kernel/errors";
import { transferOfferedMail } from "./mail";
import { findMember } from "#server/features/members/service";
import { type FoundRole, requireRole } from "#server/core/roles/grants";
import {
  findPending,
  type TransferRecord,
  isLive,
  conflict,
  hasSecondFactor,
  toTransfer,
} from "./lookup";
import { adminTransfers } from "./table";
import type { Transfer } from "./schemas";

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Offers the caller's admin role to another member. Nothing changes until the recipient accepts.
 * @throws DomainError PERMISSION_DENIED, REAUTHENTICATION_REQUIRED, NOT_FOUND, TRANSFER_PENDING, ROLE_NOT_FOUND
 */
export async function offerTransfer(
  db: TenantDb,
  caller: Caller,
  { userId, roleAfter }: { userId: string; roleAfter: string },
): Promise<Transfer> {
  const { organization } = caller;
  const { user } = requireSession(caller);
  requireAdmin(organization.role);
  requireRecentSession(caller, db.now);
  const [recipient, after, pending, toHoldsFactor] = await together([
    requireRecipient(db, userId),
    requireRoleAfter(db, roleAfter),
    findPending(db),
    hasSecondFactor(db, userId),
  ]);
  if (pending) cancelEnded(db, pending);
  const row = db.insert(
    adminTransfers,
    {
      id: newId("transfer"),
      fromUserId: user.id,
      toUserId: userId,
      roleAfter,
      expiresAt: db.now + VALID_MS,
      createdAt: db.now,
    },
    () => new DomainError("TRANSFER_PENDING"),
  );
  await caller.post(
    transferOfferedMail({
      to: recipient.email,
      sender: user.name,
      organization: organization.name,
      roleAfter: after.name,
      expiresAt: row.expiresAt,
      link: caller.links.organization(organization.slug),
    }),
    { kind: "transfer", orgId: db.orgId },
  );
  return toTransfer(
    {
      ...row,
      customName: isRole(roleAfter) ? null : after.name,
      fromName: user.name,
      toName: recipient.name,
      toHoldsFactor,
    },
    organization,
  );
}

function requireAdmin(role: string): void {
  if (role === "admin") return;
  throw new DomainError("PERMISSION_DENIED", {
    missing: ["member:update"],
    adminOnly: true,
  });
}

async function requireRoleAfter(
  db: TenantDb,
  roleAfter: string,
): Promise<FoundRole> {
  if (roleAfter === "admin")
    throw invalidField("roleAfter", "ROLE_AFTER_REQUIRED");
  return requireRole(db, roleAfter, "roleAfter");
}

async function requireRecipient(db: TenantDb, userId: string) {
  const recipient = await findMember(db, userId);
  if (!recipient) throw new DomainError("NOT_FOUND");
  if (recipient.role === "admin") throw invalidField("userId", "ALREADY_ADMIN");
  if (recipient.suspendedAt !== null)
    throw invalidField("userId", "MEMBER_SUSPENDED");
  return recipient;
}

/** Cancels the pending admin transfer if it has expired or is paused, so that the caller can offer a new one. */
function cancelEnded(db: TenantDb, found: TransferRecord): void {
  if (isLive(found, db.now)) throw new DomainError("TRANSFER_PENDING");
  db.update(
    adminTransfers,
    rowOf(adminTransfers, found),
    { status: "cancelled" },
    conflict,
  );
}
