import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { can } from "#shared/permissions";
import {
  DomainError,
  invalidField,
  permissionDenied,
} from "#server/kernel/errors";
import { reassignProjects } from "./reassign-projects";
import { changeRole, type HashAddress, removeMember } from "./service";
import { reactivateMember, suspendMember } from "./suspension";

/** The largest number of members in one call. */
export const MAX_MEMBERS = 100;

export const BULK_ACTIONS = [
  "changeRole",
  "suspend",
  "reactivate",
  "remove",
] as const;

/** A change of several members. Only `changeRole` uses `role`, and only `remove` uses `reassignTo`. */
export interface BulkAction {
  action: (typeof BULK_ACTIONS)[number];
  role?: string | undefined;
  reassignTo?: string | undefined;
}

/** The reasons of errors that skip one member instead of refusing the whole call. */
export const SKIP_REASONS = ["PERMISSION_DENIED", "YOURSELF"] as const;

export interface BulkResult {
  done: string[];
  skipped: { userId: string; reason: (typeof SKIP_REASONS)[number] }[];
}

/**
 * Applies the same change to many members, in one batch. The caller, and members whom the caller cannot change, are
 * skipped and listed with the reason. Every other error, such as removing the last admin, refuses the whole call; users
 * who are not members are ignored.
 */
export async function updateMembers(
  db: TenantDb,
  caller: Caller,
  userIds: readonly string[],
  change: BulkAction,
  hashAddress: HashAddress,
): Promise<BulkResult> {
  const needed = change.action === "remove" ? "member:remove" : "member:update";
  if (!can(caller.grants, needed)) throw permissionDenied([needed]);
  const result: BulkResult = { done: [], skipped: [] };
  const reasonOf = async (userId: string) =>
    userId === caller.id
      ? "YOURSELF"
      : skipReasonOf(() =>
          changeMember(db, caller, userId, change, hashAddress),
        );
  const changing = [...new Set(userIds)];
  const reasons = await together(changing.map(reasonOf));
  for (const [index, userId] of changing.entries()) {
    const reason = reasons[index];
    if (reason === "NOT_FOUND") continue;
    if (reason) result.skipped.push({ userId, reason });
    else result.done.push(userId);
  }
  if (change.action === "remove" && change.reassignTo && result.done.length > 0)
    await reassignProjects(db, result.done, change.reassignTo);
  return result;
}

async function changeMember(
  db: TenantDb,
  caller: Caller,
  userId: string,
  change: BulkAction,
  hashAddress: HashAddress,
): Promise<unknown> {
  switch (change.action) {
    case "changeRole":
      if (change.role === undefined)
        throw invalidField("role", "ROLE_REQUIRED");
      return changeRole(db, caller, userId, { role: change.role });
    case "suspend":
      return suspendMember(db, caller, userId);
    case "reactivate":
      return reactivateMember(db, caller, userId);
    case "remove":
      return removeMember(db, caller, userId, hashAddress);
  }
}

/**
 * Changes one member, and returns the reason if the member must be skipped. A skipped member adds nothing to the batch,
 * because every action throws before it writes.
 */
async function skipReasonOf(run: () => Promise<unknown>) {
  try {
    await run();
    return undefined;
  } catch (error) {
    const reason = error instanceof DomainError ? error.reason : undefined;
    const known = [...SKIP_REASONS, "NOT_FOUND" as const].find(
      (one) => one === reason,
    );
    if (!known) throw error;
    return known;
  }
}
