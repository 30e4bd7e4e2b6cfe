import { TRPCClientError } from "@trpc/client";
import type { LastChange, Reason, ReasonTexts } from "#server/kernel/reasons";
import type { AppRouter } from "#server/features/router";

/**
 * Thrown by every call. `data` holds `code`, `reason`, `requestId` and, where they apply, `params`, `missing` and `issues`
 * (each with `path`, `rule`, `params` and `message`); for `STALE` also `changedBy` and `changedAt`. It is absent when there
 * was no answer, for example offline.
 */
export type TenantryError = TRPCClientError<AppRouter>;
export type { LastChange, Reason, ReasonTexts };

/** Whether a thrown value is an error of a call. */
export function isTenantryError(error: unknown): error is TenantryError {
  return error instanceof TRPCClientError;
}

/** The reason of the server's error; `undefined` for any other error. */
export function reasonOf(error: unknown): Reason | undefined {
  return isTenantryError(error) ? error.data?.reason : undefined;
}

/** Whether the same query may succeed a moment later: there was no answer, or the server was too busy. */
export function isTransient(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "BUSY";
}

/**
 * Whether a failed change may have been stored: the server lost its database, or there was no answer. Repeat the call
 * with the same `idempotencyKey`; it is then stored once.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "OUTCOME_UNKNOWN";
}
