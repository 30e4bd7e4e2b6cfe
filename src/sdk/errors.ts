import { TRPCClientError } from "@trpc/client";
import type { LastChange, Reason, ReasonTexts } from "#server/kernel/reasons";
import type { AppRouter } from "#server/features/router";

/**
 * The error that every failed call throws. `data` holds `code`, `reason`, `requestId` and, where they apply, `params`,
 * `missing` and `issues` (each with `path`, `rule`, `params` and `message`); for `STALE` also `changedBy` and
 * `changedAt`. `data` is undefined if the server did not answer, for example offline.
 */
export type TenantryError = TRPCClientError<AppRouter>;
export type { LastChange, Reason, ReasonTexts };

/** Whether a thrown value is the error of a failed call. */
export function isTenantryError(error: unknown): error is TenantryError {
  return error instanceof TRPCClientError;
}

/** Returns the reason that the server gave; `undefined` for any other error. */
export function reasonOf(error: unknown): Reason | undefined {
  return isTenantryError(error) ? error.data?.reason : undefined;
}

/** Whether the same query may succeed a moment later, because the server did not answer or was too busy. */
export function isTransient(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "BUSY";
}

/**
 * Whether a failed change may have been stored, because the server did not answer or lost its database. Repeat the call
 * with the same `idempotencyKey`: the server then stores the change only once.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "OUTCOME_UNKNOWN";
}
