import type { Reason } from "#server/kernel/reasons";
import type { ProcedureMeta } from "./meta";

export interface DescribedProcedure {
  type: "query" | "mutation" | "subscription";
  meta: ProcedureMeta;
  /** Whether the procedure can be called with an API key. */
  takesKeys: boolean;
}

/**
 * The reasons that do not belong to a procedure: the URL, the method or the form of the request is wrong, the procedure
 * does not take API keys, the web app shows the organization as another role, or the program has a bug.
 */
export const GENERAL_REASONS: ReadonlySet<Reason> = new Set([
  "METHOD_NOT_SUPPORTED",
  "URL_TOO_LONG",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "API_KEY_INVALID",
  "KEY_NOT_ALLOWED",
  "VIEWING_AS_ROLE",
  "INTERNAL",
]);

/**
 * Returns every reason for which a call of the procedure can be refused: those of the request, of the procedure builder,
 * and those that `rest()` declares for the service.
 */
export function reasonsOf({
  type,
  meta,
  takesKeys,
}: DescribedProcedure): Reason[] {
  const { access = "anyone", reasons = [] } = meta;
  const isMutation = type === "mutation";
  const isClosed = access !== "anyone";
  const isForKeys = access === "key";
  const needsRole = typeof access === "object";
  const all: Reason[] = [
    "INVALID_INPUT",
    "RATE_LIMITED",
    "BUSY",
    ...(isMutation ? MUTATION : []),
    ...(isClosed ? (["SIGNED_OUT"] as const) : []),
    ...(isForKeys ? (["API_KEY_REQUIRED"] as const) : []),
    ...(takesKeys ? (["API_KEY_INVALID", "API_CALL_LIMIT"] as const) : []),
    ...(needsRole || access === "member" ? ORGANIZATION : []),
    ...(needsRole ? ROLE : []),
    ...(isMutation && isClosed ? storing(meta) : []),
    ...reasons,
  ];
  return [...new Set(all)];
}

const MUTATION = [
  "CROSS_ORIGIN",
  "OUTCOME_UNKNOWN",
] as const satisfies readonly Reason[];

const ORGANIZATION = [
  "ORGANIZATION_NOT_FOUND",
  "SLUG_RETIRED",
  "MEMBERSHIP_SUSPENDED",
  "SECOND_FACTOR_REQUIRED",
] as const satisfies readonly Reason[];

const ROLE = [
  "PERMISSION_DENIED",
  "MEMBERSHIP_FROZEN",
] as const satisfies readonly Reason[];

function storing({ repeatable, withoutWriteBudget }: ProcedureMeta): Reason[] {
  return [
    ...(repeatable ? [] : (["IDEMPOTENCY_MISMATCH"] as const)),
    ...(withoutWriteBudget === true ? [] : (["WRITE_BUDGET"] as const)),
  ];
}
