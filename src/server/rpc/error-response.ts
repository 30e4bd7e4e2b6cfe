import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";
import { findDatabaseUnavailable } from "#server/kernel/db/database-unavailable";
import {
  DomainError,
  type ErrorCode,
  type InputIssue,
  type LastChange,
  type Reason,
} from "#server/kernel/errors";
import type { Permission } from "#shared/permissions";

/** The body of every error, on both faces. */
export interface Problem extends Partial<LastChange> {
  code: ErrorCode;
  reason: Reason;
  message: string;
  missing?: readonly Permission[];
  issues?: readonly InputIssue[];
  requestId: string;
}

export interface ErrorResponse {
  status: number;
  problem: Problem;
  headers: Record<string, string>;
}

/** Seconds after which a 503 that names no other time is worth another try. */
const RETRY_UNAVAILABLE = 5;

/** The one translation of an error into what a client sees. What is not a known refusal shows a request id only. */
export function toErrorResponse(
  error: TRPCError,
  requestId: string,
): ErrorResponse {
  const refusal = refusalOf(error);
  const { reason, message, details } = refusal;
  const retryAfter = retryAfterOf(refusal);
  return {
    status: statusOf(refusal.code),
    problem: {
      code: refusal.code,
      reason,
      message,
      ...(details.missing && { missing: details.missing }),
      ...(details.issues && { issues: details.issues }),
      ...details.lastChange,
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

/** Every 503 says when to try again, wherever it was thrown. */
function retryAfterOf({ code, details }: DomainError): number | undefined {
  if (details.retryAfter !== undefined) return details.retryAfter;
  return code === "SERVICE_UNAVAILABLE" ? RETRY_UNAVAILABLE : undefined;
}

/** What tRPC has no code for: the status, and the code that a tRPC client takes for the nearest. */
const WITHOUT_CODE = {
  URI_TOO_LONG: [414, "BAD_REQUEST"],
  GONE: [410, "NOT_FOUND"],
} as const;

function isWithoutCode(code: ErrorCode): code is keyof typeof WITHOUT_CODE {
  return Object.hasOwn(WITHOUT_CODE, code);
}

function statusOf(code: ErrorCode): number {
  if (isWithoutCode(code)) return WITHOUT_CODE[code][0];
  return getHTTPStatusCodeFromError(new TRPCError({ code }));
}

/** The body as a tRPC client reads it: for what is refused before tRPC sees the request. */
export function inTrpcEnvelope({ status, problem }: ErrorResponse) {
  const { code, message } = problem;
  const known = isWithoutCode(code) ? WITHOUT_CODE[code][1] : code;
  const number = TRPC_ERROR_CODES_BY_KEY[known];
  const data = { ...problem, httpStatus: status };
  return { error: { message, code: number, data } };
}

/** True for a fault of the program, and for a database that gives no answer: only these are logged as errors. */
export function isUnforeseen(error: TRPCError): boolean {
  const { reason } = refusalOf(error);
  const isAway =
    reason === "OUTCOME_UNKNOWN" || !!findDatabaseUnavailable(error);
  return reason === "INTERNAL" || isAway;
}

export function refusalOf(error: TRPCError): DomainError {
  const { cause } = error;
  if (cause instanceof DomainError) return cause;
  if (cause instanceof ZodError && error.code === "BAD_REQUEST")
    return invalidInput(cause);
  switch (error.code) {
    case "PARSE_ERROR":
    case "BAD_REQUEST":
      return cause instanceof SyntaxError
        ? new DomainError("INVALID_INPUT", "The body is not valid JSON.")
        : new DomainError("INVALID_INPUT", error.message);
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

function invalidInput(error: ZodError): DomainError {
  const issues = error.issues.flatMap((issue): InputIssue[] => {
    const path = issue.path.join(".");
    if (issue.code !== "unrecognized_keys")
      return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join("."),
      message: NO_SUCH_FIELD,
    }));
  });
  return new DomainError("INVALID_INPUT", describeIssues(issues), { issues });
}

export const NO_SUCH_FIELD = "There is no such field.";

export function describeIssues(issues: readonly InputIssue[]): string {
  return issues
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join(" ");
}
