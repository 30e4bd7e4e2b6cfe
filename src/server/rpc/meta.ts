import type { OpenApiMeta, OpenApiMethod } from "trpc-to-openapi";
import type { Permission } from "#shared/permissions";

export type SuccessStatus = 200 | 201 | 202 | 204;

/**
 * Who may call a procedure: anyone, whoever is signed in, every member of the organization, or whoever holds one of
 * these permissions there.
 */
export type Access = "anyone" | "user" | "member" | readonly Permission[];

/** What a procedure declares about itself besides its shapes. */
export interface ProcedureMeta extends Record<string, unknown> {
  openapi?: OpenApiMeta["openapi"];
  /** Set by `publicProcedure`, `userProcedure`, `orgProcedure` and `roleProcedure`, never by hand. */
  access?: Access;
  /** What a success may answer over REST; with two, `statusOf` decides by the result. */
  statuses?: SuccessStatus[];
  statusOf?: (value: unknown) => SuccessStatus;
  /** Takes or gives a credential: counted tightly per client, and refused inside a batch. */
  limit?: "credentials" | "token";
  /**
   * Repeating it changes nothing more. It runs anew under a known `Idempotency-Key` as well: a stored answer would
   * outlive the right to it, and what it takes may be a password, of which not even a hash is to be kept.
   */
  repeatable?: boolean;
  /** Which calls are open to members whom the organization keeps out, suspended or without the second factor: leaving is. */
  openToKeptOut?: (input: unknown, userId: string) => boolean;
  /**
   * Why the mutation decides without the version of its organization: guards of its own hold every decision. For one that
   * waits for a payment provider, during which the organization may change all the time.
   */
  guardsItself?: string;
  /**
   * Takes access or data away, or is needed to do so: it is never refused because the caller has stored too much. True of
   * every DELETE.
   */
  withoutWriteBudget?: boolean;
}

interface RestOptions {
  summary: string;
  description?: string;
  /** 200 when left out. */
  status?: SuccessStatus;
  /** Two possible answers: `[status, field]` when the result has the field, otherwise `status`. */
  statusWith?: [status: SuccessStatus, field: string];
  limit?: ProcedureMeta["limit"];
  repeatable?: boolean;
  openToKeptOut?: ProcedureMeta["openToKeptOut"];
  guardsItself?: string;
  withoutWriteBudget?: boolean;
  /** Answers without a session. */
  open?: boolean;
}

/** A procedure's REST face: `rest("POST", "/organizations/{org}/projects", { summary: "Create a project" })`. */
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
    openToKeptOut,
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
    openToKeptOut,
    guardsItself,
    withoutWriteBudget,
  };
}

/** What the document says about a change that may carry `updatedAt`. */
export const UNLESS_CHANGED =
  "With `updatedAt` in the body, or in the header `If-Match`, as the moment you read it (where the answer has an `updatedAt`, that one), somebody else's change since then is not overwritten: the answer is 409 STALE, with `changedBy` and `changedAt`. Without either it is.";

function has(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value;
}
