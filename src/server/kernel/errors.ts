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
  /** Seconds after which a retry makes sense. */
  retryAfter?: number;
  /** Another request changed what the procedure had read. Running the procedure again may succeed. */
  isRetryable?: boolean;
  /** The current slug of an organization that was requested by a former one. */
  renamedTo?: string;
}

/** What a service throws. It knows nothing of HTTP: `rpc/error-response.ts` makes the response from code and reason. */
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

/** Refuses the input. The path of an issue is empty when the issue concerns no single field. */
export function invalidInput(issues: readonly InputIssue[]): DomainError {
  return new DomainError("INVALID_INPUT", { issues });
}

/** Refuses one field of the input. */
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
 * Another request changed what this procedure had read: the procedure runs again. The caller sees the reason only when
 * every attempt fails. Fits as `onViolation` of a guard.
 */
export function conflictRetry(reason: Reason = "BUSY"): DomainError {
  return new DomainError(reason, undefined, { isRetryable: true });
}

export function isRetryable(error: unknown): boolean {
  return error instanceof DomainError && error.details.isRetryable === true;
}
