import type { Reason } from "#server/kernel/reasons";
import type { Permission } from "#shared/permissions";

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type SuccessStatus = 200 | 201 | 202 | 204;

/**
 * The callers that may use a procedure: everyone, signed-in users, members of the organization, an API key for itself,
 * or members with one of these permissions.
 */
export type Access =
  "anyone" | "user" | "member" | "key" | readonly Permission[];

/** The REST route of a procedure, and its texts in the OpenAPI document. */
export interface RestRoute {
  method: HttpMethod;
  path: `/${string}`;
  summary: string;
  description: string;
  /** Whether the route needs a session or an API key. */
  isProtected: boolean;
  /** The content types of a successful response. */
  contentTypes: readonly string[];
}

/** The properties that a procedure declares besides its input and output. */
export interface ProcedureMeta extends Record<string, unknown> {
  openapi?: RestRoute;
  /** The reasons of errors that `reasonsOf` cannot derive. */
  reasons?: readonly Reason[];
  /**
   * Who may call the procedure. The procedure builders in `trpc.ts` set it; never set it by hand.
   */
  access?: Access;
  /** The possible success statuses over REST. If there are two, `statusOf` chooses by the result. */
  statuses?: SuccessStatus[];
  statusOf?: (value: unknown) => SuccessStatus;
  /**
   * Set if the procedure accepts or returns a credential, such as a password or a token. Such calls have a strict rate
   * limit per client and are refused in a batch.
   */
  limit?: "credentials" | "token";
  /**
   * Set if repeating the call changes nothing more: the procedure then runs again for a known `Idempotency-Key`, and
   * its response is not stored. A stored response could be read after the permission has ended, and the stored hash of
   * the input could reveal a password.
   */
  repeatable?: boolean;
  /** Whether the call is open to blocked members, who are suspended or lack the required 2FA: they can leave. */
  openToBlocked?: (input: unknown, userId: string) => boolean;
  /**
   * The reason why the mutation does not check the version of its organization: its own guards protect every decision.
   * It is meant for calls that wait for a payment provider while the organization may change.
   */
  guardsItself?: string;
  /**
   * Set if the procedure removes access or data, or is needed to do so: it then also runs when the write budget is
   * exhausted. Always set for DELETE. A function decides by the input of the call.
   */
  withoutWriteBudget?: boolean | ((input: unknown) => boolean);
}

interface RestOptions {
  summary: string;
  /** What a caller needs to know besides the summary. */
  description: string;
  /** The reasons for which the service refuses a call, besides those that every call of this kind can have. */
  reasons?: readonly Reason[];
  /** The content types of a successful response; by default JSON. */
  contentTypes?: readonly string[];
  /** The success status over REST; by default 200. */
  status?: SuccessStatus;
  /** A second success status, for results that contain this field. */
  statusWith?: [status: SuccessStatus, field: string];
  limit?: ProcedureMeta["limit"];
  repeatable?: boolean;
  openToBlocked?: ProcedureMeta["openToBlocked"];
  guardsItself?: string;
  withoutWriteBudget?: ProcedureMeta["withoutWriteBudget"];
  /** Whether the procedure can be called without a session. */
  open?: boolean;
}

/** The REST route of a procedure: `rest("POST", "/organizations/{org}/projects", { summary: "Create a project" })`. */
export function rest(
  method: HttpMethod,
  path: `/${string}`,
  {
    summary,
    description,
    reasons,
    contentTypes = ["application/json"],
    status = 200,
    statusWith,
    limit,
    repeatable,
    openToBlocked,
    guardsItself,
    withoutWriteBudget = method === "DELETE",
    open,
  }: RestOptions,
): ProcedureMeta {
  return {
    openapi: {
      method,
      path,
      summary,
      description,
      isProtected: !open,
      contentTypes,
    },
    reasons,
    statuses: statusWith ? [status, statusWith[0]] : [status],
    statusOf: (value) =>
      statusWith && has(value, statusWith[1]) ? statusWith[0] : status,
    limit,
    repeatable,
    openToBlocked,
    guardsItself,
    withoutWriteBudget,
  };
}

/** The description of the input field `updatedAt` in the OpenAPI document. */
export const UNLESS_CHANGED =
  "Send the `updatedAt` you read. If someone else has changed the resource since, the answer is 409 STALE with `changedBy` and `changedAt`. Without it the newer change is overwritten.";

function has(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value;
}
