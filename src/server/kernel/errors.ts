import { type InputIssue, issueAt } from "#shared/issues";
import type { Permission } from "#shared/permissions";
import type { Rule, RuleParams } from "#shared/rules";
import { textOf, type WireParams } from "#shared/sentences";
import {
  type ErrorCode,
  type Reason,
  type ReasonParams,
  REASONS,
} from "./reasons";

interface ErrorDetails {
  /** How many seconds the caller should wait before a retry. */
  retryAfter?: number;
  /**
   * Whether another request has changed what the procedure had read, so that running the procedure again may succeed.
   */
  isRetryable?: boolean;
  /** The current slug of an organization, if the request named a former slug. */
  renamedTo?: string;
}

/**
 * An error that a service throws for the caller. It knows nothing of HTTP: `rpc/error-response.ts` makes the response
 * from the code and the reason.
 */
export class DomainError<R extends Reason = Reason> extends Error {
  readonly reason: Reason;
  readonly code: ErrorCode;
  readonly params: WireParams;
  readonly details: ErrorDetails;

  constructor(reason: R, ...rest: [...ReasonParams<R>, details?: ErrorDetails]);
  constructor(reason: R, params: WireParams = {}, details: ErrorDetails = {}) {
    const [code, text] = REASONS[reason];
    super(textOf(text, params));
    this.name = "DomainError";
    this.reason = reason;
    this.code = code;
    this.params = params;
    this.details = details;
  }
}

/**
 * Makes the error for an invalid input. The path of an issue is empty when the issue does not concern a single field.
 */
export function invalidInput(issues: readonly InputIssue[]): DomainError {
  return new DomainError("INVALID_INPUT", { issues });
}

/** Makes the error for one invalid field of the input. */
export function invalidField<R extends Rule>(
  path: string,
  rule: R,
  ...params: RuleParams<R>
): DomainError {
  return invalidInput([issueAt(path, rule, ...params)]);
}

export function permissionDenied(missing: readonly Permission[]): DomainError {
  return new DomainError("PERMISSION_DENIED", { missing });
}

/**
 * Makes the error for a conflict with another request, which can be the `onViolation` of a guard. The procedure then
 * runs again, and the caller gets the error only when every attempt fails.
 */
export function conflictRetry(reason: Reason = "BUSY"): DomainError {
  return new DomainError(reason, undefined, { isRetryable: true });
}

export function isRetryable(error: unknown): boolean {
  return error instanceof DomainError && error.details.isRetryable === true;
}
