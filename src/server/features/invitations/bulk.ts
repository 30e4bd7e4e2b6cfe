import { can } from "#shared/permissions";
import { type Caller, responsibleFor } from "#server/core/caller";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { permissionDenied } from "#server/kernel/errors";
import { isRowGrantable } from "./grantable-role";
import {
  countForRecipient,
  countForUser,
  readSender,
} from "./invitation-limits";
import { pendingByIds } from "./pending";
import { type InvitationServices, renewInvitation } from "./send";
import { invitations } from "./table";

/** The largest number of invitations in one call. */
export const MAX_INVITATIONS = 100;

export const BULK_ACTIONS = ["resend", "revoke"] as const;

/** The reasons of errors that skip one invitation instead of refusing the whole call. */
export const SKIP_REASONS = ["PERMISSION_DENIED", "RATE_LIMITED"] as const;

export interface BulkChange {
  ids: readonly string[];
  action: (typeof BULK_ACTIONS)[number];
}

export interface BulkResult {
  done: string[];
  skipped: { id: string; reason: (typeof SKIP_REASONS)[number] }[];
}

type Pending = Awaited<ReturnType<typeof readPending>>[number];

/**
 * Resends or revokes many invitations, in one batch. Invitations that the caller cannot resend are skipped and listed
 * with the reason. Every other error, such as too few seats, refuses the whole call; invitations that are not pending
 * are ignored.
 */
export async function updateInvitations(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  { ids, action }: BulkChange,
): Promise<BulkResult> {
  const needed =
    action === "resend" ? "invitation:create" : "invitation:revoke";
  if (!can(caller.grants, needed)) throw permissionDenied([needed]);
  if (action === "resend") return resendMany(db, caller, services, ids);
  const pending = await readPending(db, ids);
  for (const row of pending)
    db.update(invitations, rowOf(invitations, row), { status: "revoked" });
  return { done: pending.map(({ id }) => id), skipped: [] };
}

async function resendMany(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  ids: readonly string[],
): Promise<BulkResult> {
  const [pending, sender] = await together([
    readPending(db, ids),
    readSender(db, responsibleFor(caller)),
  ]);
  const result: BulkResult = { done: [], skipped: [] };
  const isAllowed = (row: Pending) => isRowGrantable(caller, row);
  const { limits } = services;
  await countForUser(db, limits, sender, pending.filter(isAllowed).length);
  for (const row of pending) {
    const { id, email } = row;
    if (!isAllowed(row)) {
      result.skipped.push({ id, reason: "PERMISSION_DENIED" });
    } else if (await countForRecipient(db, limits, email)) {
      const before = rowOf(invitations, row);
      await renewInvitation(db, caller, services, before, row);
      result.done.push(id);
    } else result.skipped.push({ id, reason: "RATE_LIMITED" });
  }
  return result;
}

function readPending(db: TenantDb, ids: readonly string[]) {
  return db.all(pendingByIds, { ids: JSON.stringify(ids) });
}
