import {
  type Reason,
  type ReasonParams,
  REASONS,
} from "#server/kernel/reasons";
import { statusOf } from "#server/rpc/error-response";
import { RULES } from "#shared/rules";
import { textOf } from "#shared/sentences";
import { headersOf } from "./headers";
import { refTo } from "./schemas";
import type { JsonSchema, Response } from "./types";

/** The schema of every error. */
export function problemSchema(): JsonSchema {
  const params = {
    type: "object",
    description: "The parameters of the message, to translate it.",
    additionalProperties: true,
  };
  return {
    type: "object",
    description:
      "An error. Programs decide by `reason`; `message` is for people.",
    required: ["code", "reason", "message", "requestId"],
    properties: {
      code: {
        type: "string",
        description: "The kind of error: one for each status.",
        enum: [...new Set(Object.values(REASONS).map(([code]) => code))],
      },
      reason: {
        type: "string",
        enum: Object.keys(REASONS),
        "x-enumDescriptions": Object.fromEntries(
          reasons().map((reason) => [reason, describeReason(reason)]),
        ),
      },
      message: { type: "string", description: "A sentence in English." },
      params,
      missing: {
        type: "array",
        items: refTo("Permission"),
        description: "For `PERMISSION_DENIED`: the missing permissions.",
      },
      issues: {
        type: "array",
        description: "For `INVALID_INPUT`: one item for each mistake.",
        items: {
          type: "object",
          required: ["path", "rule", "message"],
          properties: {
            path: {
              type: "string",
              description:
                "The field, such as `settings.website`; empty for the whole input.",
            },
            rule: { type: "string", enum: Object.keys(RULES) },
            params: { type: "object", additionalProperties: true },
            message: { type: "string" },
          },
        },
      },
      changedBy: {
        type: ["object", "null"],
        description:
          "For `STALE`: the user who made the newer change; null if no user did.",
        required: ["id", "name"],
        properties: { id: { type: "string" }, name: { type: "string" } },
      },
      changedAt: {
        type: "string",
        format: "date-time",
        description: "For `STALE`: the time of the newer change.",
      },
      requestId: {
        type: "string",
        description: "The value of the header `x-request-id`.",
      },
    },
  };
}

/** Returns the responses for the reasons, by status. */
export function problemResponses(
  possible: readonly Reason[],
): Record<string, Response> {
  const byStatus = Map.groupBy(
    reasons().filter((reason) => possible.includes(reason)),
    (reason) => statusOf(REASONS[reason][0]),
  );
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      problemResponse(status, ofStatus),
    ]),
  );
}

/** Names for sets of reasons that many operations have. */
const OF_ROLES = {
  ForbiddenByRole: [
    "CROSS_ORIGIN",
    "SECOND_FACTOR_REQUIRED",
    "PERMISSION_DENIED",
    "MEMBERSHIP_SUSPENDED",
  ],
  UnreadableByRole: [
    "SECOND_FACTOR_REQUIRED",
    "PERMISSION_DENIED",
    "MEMBERSHIP_SUSPENDED",
  ],
};

/** Returns the name of a response that several operations have; an empty text for one that is never shared. */
export function responseName(status: string, response: Response): string {
  if (status === "204") return response.headers ? "DoneWithKey" : "Done";
  if (status === "301") return "Renamed";
  const ofStatus = response["x-reasons"] ?? [];
  const group = Object.entries(OF_ROLES).find(
    ([, all]) => all.join() === ofStatus.join(),
  );
  return group?.[0] ?? ofStatus.map(pascal).join("Or");
}

function pascal(reason: string): string {
  return reason
    .toLowerCase()
    .replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

function problemResponse(
  status: number,
  ofStatus: readonly Reason[],
): Response {
  return {
    description: ofStatus.map((reason) => `\`${reason}\``).join(", "),
    headers: headersOf(
      "x-request-id",
      ...(status === 429 || status === 503 ? (["Retry-After"] as const) : []),
    ),
    content: { "application/json": { schema: refTo("Problem") } },
    "x-reasons": ofStatus,
  };
}

function reasons(): Reason[] {
  return Object.keys(REASONS) as Reason[];
}

type Parameterized = {
  [R in Reason]: [] extends ReasonParams<R> ? never : R;
}[Reason];

/** The sentences of the reasons whose message depends on parameters. */
const WITH_PARAMETERS: Record<Parameterized, string> = {
  INVALID_INPUT: "The input is not valid; `issues` has each mistake.",
  CROSS_ORIGIN:
    "The request uses the session cookie and came from another site.",
  HOST_NOT_ALLOWED: "The header Host names another server.",
  RATE_LIMITED: "Too many requests; `params.limit` names the limit.",
  API_KEY_LIMIT:
    "You have, or the service account has, the largest number of API keys. Revoke one first.",
  PASSKEY_LIMIT: "You have the largest number of passkeys. Remove one first.",
  PERMISSION_DENIED:
    "Your role does not grant the permissions in `missing`, or only an admin can do this.",
  ROLE_LIMIT: "The organization has the largest number of custom roles.",
  WRONG_ACCOUNT: "The invitation is for another email address.",
  API_CALL_LIMIT:
    "The organization has made the API calls that its plan includes each month. `params` has the `limit` and, as `resetsAt`, when the next month begins.",
  LINK_LIMIT: "The organization has the largest number of invitation links.",
  DOMAIN_LIMIT: "The organization has the largest number of domains.",
};

function describeReason(reason: Reason): string {
  return isParameterized(reason)
    ? WITH_PARAMETERS[reason]
    : textOf(REASONS[reason][1], {});
}

function isParameterized(reason: Reason): reason is Parameterized {
  return Object.hasOwn(WITH_PARAMETERS, reason);
}
