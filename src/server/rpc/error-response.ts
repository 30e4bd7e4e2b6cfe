import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";
import { findDatabaseUnavailable } from "#server/kernel/db/database-unavailable";
import { DomainError, invalidField, invalidInput } from "#server/kernel/errors";
import type { ErrorCode, LastChange, Reason } from "#server/kernel/reasons";
import { type InputIssue, issuesOf } from "#shared/issues";
import type { WireParams } from "#shared/sentences";
import type { Permission } from "#shared/permissions";

/** The body of every error over REST, and the `data` of every error over tRPC. */
export interface Problem extends Partial<LastChange> {
  code: ErrorCode;
  reason: Reason;
  message: string;
  /** The parameters of the message, with which clients can build the message in another language. */
  params?: WireParams;
  missing?: readonly Permission[];
  issues?: readonly InputIssue[];
  requestId: string;
}

export interface ErrorResponse {
  status: number;
  problem: Problem;
  headers: Record<string, string>;
}

/** The default value of the header Retry-After of a 503 response, in seconds. */
const RETRY_UNAVAILABLE = 5;

/** An error of a call: tRPC wraps the errors that a procedure throws. */
export type CallError = TRPCError | DomainError;

/** Makes the response for an error. For an unexpected error it contains no details except the request ID. */
export function toErrorResponse(
  error: CallError,
  requestId: string,
): ErrorResponse {
  const refusal = refusalOf(error);
  const { code, reason, message, details } = refusal;
  const retryAfter = retryAfterOf(refusal);
  return {
    status: statusOf(code),
    problem: {
      code,
      reason,
      message,
      ...fieldsOf(refusal.params),
      requestId,
    },
    headers: {
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      ...(details.renamedTo !== undefined && {
        "x-renamed-to": details.renamedTo,
      }),
    },
  };
}

/** The field `params`, and those parameters that the HTTP contract also promises as separate fields. */
function fieldsOf({ issues, ...params }: WireParams) {
  const { missing, changedBy, changedAt } = params;
  const isEmpty = Object.keys(params).length === 0;
  const named = { issues, missing, changedBy, changedAt };
  const given = Object.entries(named).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...(!isEmpty && { params }),
    ...(Object.fromEntries(given) as Partial<Problem>),
  };
}

/** Returns the seconds of the header Retry-After, which every 503 response has. */
function retryAfterOf({ code, details }: DomainError): number | undefined {
  if (details.retryAfter !== undefined) return details.retryAfter;
  return code === "SERVICE_UNAVAILABLE" ? RETRY_UNAVAILABLE : undefined;
}

/** The error codes that tRPC does not know, with their HTTP status and the most similar tRPC code. */
const WITHOUT_CODE = {
  URI_TOO_LONG: [414, "BAD_REQUEST"],
  GONE: [410, "NOT_FOUND"],
} as const;

function isWithoutCode(code: ErrorCode): code is keyof typeof WITHOUT_CODE {
  return Object.hasOwn(WITHOUT_CODE, code);
}

const statuses = new Map<ErrorCode, number>();

/** Returns the HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  const known = statuses.get(code);
  if (known !== undefined) return known;
  const status = isWithoutCode(code)
    ? WITHOUT_CODE[code][0]
    : getHTTPStatusCodeFromError(new TRPCError({ code }));
  statuses.set(code, status);
  return status;
}

/** Returns the error in the format of tRPC. Errors that occur before tRPC handles the request use it too. */
export function inTrpcEnvelope({ status, problem }: ErrorResponse) {
  const { code, message } = problem;
  const known = isWithoutCode(code) ? WITHOUT_CODE[code][1] : code;
  const number = TRPC_ERROR_CODES_BY_KEY[known];
  const data = { ...problem, httpStatus: status };
  return { error: { message, code: number, data } };
}

/** Whether the error is a bug or an unavailable database. Only these errors are logged at the level `error`. */
export function isUnforeseen(error: CallError): boolean {
  const { reason } = refusalOf(error);
  const isAway =
    reason === "OUTCOME_UNKNOWN" || !!findDatabaseUnavailable(error);
  return reason === "INTERNAL" || isAway;
}

export function refusalOf(error: CallError): DomainError {
  if (error instanceof DomainError) return error;
  const { cause } = error;
  if (cause instanceof DomainError) return cause;
  if (cause instanceof ZodError && error.code === "BAD_REQUEST")
    return invalidInput(issuesOf(cause));
  switch (error.code) {
    case "PARSE_ERROR":
    case "BAD_REQUEST":
      return cause instanceof SyntaxError
        ? invalidField("", "NOT_JSON")
        : invalidField("", "MALFORMED_REQUEST", { detail: error.message });
    case "NOT_FOUND":
      return new DomainError("NOT_FOUND");
    case "METHOD_NOT_SUPPORTED":
      return new DomainError("METHOD_NOT_SUPPORTED");
    case "UNSUPPORTED_MEDIA_TYPE":
      return new DomainError("UNSUPPORTED_MEDIA_TYPE");
    case "PAYLOAD_TOO_LARGE":
      return new DomainError("PAYLOAD_TOO_LARGE");
    default:
      return findDatabaseUnavailable(error)
        ? new DomainError("BUSY", undefined, { retryAfter: 5 })
        : new DomainError("INTERNAL");
  }
}
