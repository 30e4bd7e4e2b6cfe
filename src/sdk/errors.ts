import { TRPCClientError } from "@trpc/client";
import type { LastChange, Reason, ReasonTexts } from "#server/kernel/reasons";
import type { AppRouter } from "#server/features/router";
import { UnexpectedResponse } from "./request";

/**
 * The error that every failed call throws. `data` holds `code`, `reason`, `requestId` and, where they apply, `params`,
 * `missing` and `issues` (each with `path`, `rule`, `params` and `message`); for `STALE` also `changedBy` and
 * `changedAt`. `data` is undefined if the server did not answer, for example offline or after the timeout.
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

/**
 * Whether a failed change may have been stored, because the server did not answer or lost its database. Repeat the call
 * with the same `idempotencyKey`: the server then stores the change only once.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isTenantryError(error)) return false;
  return !error.data || error.data.reason === "OUTCOME_UNKNOWN";
}

/** Returns the HTTP status of a failed call; undefined if no complete response arrived. */
export function statusOf(error: TenantryError): number | undefined {
  return error.data?.httpStatus ?? unexpectedResponse(error)?.status;
}

/** Returns the seconds of the header `Retry-After` in the response of a failed call. */
export function retryAfterOf(error: unknown): number | undefined {
  const header = responseOf(error)?.headers.get("retry-after") ?? "";
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}

function responseOf(error: unknown): Response | undefined {
  if (!isTenantryError(error)) return undefined;
  const response = error.meta?.response ?? unexpectedResponse(error);
  return response instanceof Response ? response : undefined;
}

function unexpectedResponse({ cause }: TenantryError): Response | undefined {
  return cause instanceof UnexpectedResponse ? cause.response : undefined;
}
