import { TRPCClientError } from "@trpc/client";
import type { LastChange, Reason } from "#server/kernel/errors";
import type { AppRouter } from "#server/features/router";

/**
 * What every call throws. `data` holds `code`, `reason`, `requestId` and, where there are any, `missing` and `issues`;
 * of `STALE`, `changedBy` and `changedAt` as well. It is absent when no answer came, for example offline.
 */
export type TenantryError = TRPCClientError<AppRouter>;
export type { LastChange, Reason };

/** Whether something that was thrown is an error of a call. */
export function isTenantryError(error: unknown): error is TenantryError {
  return error instanceof TRPCClientError;
}

/** Why the server refused, or `undefined` when it was not the server that refused. */
export function reasonOf(error: unknown): Reason | undefined {
  return isTenantryError(error) ? error.data?.reason : undefined;
}

/** Whether the same query may succeed a moment later: no answer came, or the server was too busy to give one. */
export function isPassing(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "BUSY";
}

/**
 * Whether a change may have been stored although the call failed: the server lost its database meanwhile, or no answer
 * came. Repeat the call with the same `idempotencyKey`: it is then stored once.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "OUTCOME_UNKNOWN";
}
