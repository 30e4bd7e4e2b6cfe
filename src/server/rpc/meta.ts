import type { OpenApiMeta, OpenApiMethod } from "trpc-to-openapi";
import type { Permission } from "#shared/permissions";

export type SuccessStatus = 200 | 201 | 202 | 204;

/**
 * Who may call a procedure: anyone, a signed-in user, every member of the organization, or members with one of these
 * permissions.
 */
export type Access = "anyone" | "user" | "member" | readonly Permission[];

/** What a procedure declares besides its input and output. */
export interface ProcedureMeta extends Record<string, unknown> {
  openapi?: OpenApiMeta["openapi"];
  /** Set by `publicProcedure`, `userProcedure`, `orgProcedure` and `roleProcedure`, never by hand. */
  access?: Access;
  /** The success statuses over REST; with two, `statusOf` chooses by the result. */
  statuses?: SuccessStatus[];
  statusOf?: (value: unknown) => SuccessStatus;
  /** The procedure takes or returns a credential: it has a strict limit per client and is refused in a batch. */
  limit?: "credentials" | "token";
  /**
   * A repeated call changes nothing more, so it runs again for a known `Idempotency-Key`. Its response is not stored: it
   * would outlive the permission, and the hash of the input could be the hash of a password.
   */
  repeatable?: boolean;
  /** Which calls are open to blocked members (suspended, or without required 2FA): leaving is. */
  openToBlocked?: (input: unknown, userId: string) => boolean;
  /**
   * Why the mutation does not depend on the version of its organization: its own guards protect every decision. For calls
   * that wait for a payment provider while the organization may change.
   */
  guardsItself?: string;
  /**
   * The procedure removes access or data, or is needed for that, so an exhausted write budget never refuses it. True for
   * every DELETE.
   */
  withoutWriteBudget?: boolean;
}

interface RestOptions {
  summary: string;
  description?: string;
  /** Default 200. */
  status?: SuccessStatus;
  /** A second status, for results that have the field. */
  statusWith?: [status: SuccessStatus, field: string];
  limit?: ProcedureMeta["limit"];
  repeatable?: boolean;
  openToBlocked?: ProcedureMeta["openToBlocked"];
  guardsItself?: string;
  withoutWriteBudget?: boolean;
  /** Callable without a session. */
  open?: boolean;
}

/** The REST route of a procedure: `rest("POST", "/organizations/{org}/projects", { summary: "Create a project" })`. */
export function rest(
  method: OpenApiMethod,
  path: `/${string}`,
  {
    summary,
    description,
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
  const tag =
    /\{org\}\/([a-z-]+)/.exec(path)?.[1] ?? path.split("/")[1] ?? "other";
  return {
    openapi: {
      method,
      path,
      summary,
      description,
      tags: [tag],
      protect: !open,
    },
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

/** Describes `updatedAt` in the OpenAPI document. */
export const UNLESS_CHANGED =
  "Send the `updatedAt` you read in the body or in the header `If-Match`. If someone else has changed the resource since, the answer is 409 STALE with `changedBy` and `changedAt`. Without it the newer change is overwritten.";

function has(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value;
}
