import { createHash } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { Sealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError, invalidField } from "#server/kernel/errors";
import { idempotencyKeys } from "./table";
import { shortenAnswer } from "./shorten";

const KEPT_MS = 24 * 60 * 60 * 1000;
/** How deep an input may be nested; those of the program are not a third as deep. */
const DEEPEST = 16;

/** One request that carried an `Idempotency-Key`, as its actor's next identical one finds it. */
export interface IdempotentRequest {
  actorId: string;
  operation: string;
  key: string;
  requestHash: string;
}

/** Thrown by the batch when a concurrent twin was stored first; its answer is the answer. */
export class DuplicateStoredFirst extends DomainError {
  constructor(readonly request: IdempotentRequest) {
    super("BUSY");
  }
}

export function idempotentRequest(
  actorId: string,
  operation: string,
  key: string,
  input: unknown,
): IdempotentRequest {
  if (key.length < 1 || key.length > 255)
    throw invalidField("", "IDEMPOTENCY_KEY_LENGTH");
  const requestHash = createHash("sha256")
    .update(canonical(input))
    .digest("base64url");
  return { actorId, operation, key, requestHash };
}

/** The stored answer, or `undefined` for a request not seen in the last day. */
export async function storedAnswer(
  { drizzle }: Database,
  sealer: Sealer,
  request: IdempotentRequest,
  now: number,
): Promise<{ value: unknown } | undefined> {
  const row = await drizzle
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actorId, request.actorId),
        eq(idempotencyKeys.operation, request.operation),
        eq(idempotencyKeys.key, request.key),
        gt(idempotencyKeys.expiresAt, now),
      ),
    )
    .get();
  if (!row) return undefined;
  if (row.requestHash !== request.requestHash)
    throw new DomainError("IDEMPOTENCY_MISMATCH");
  return openAnswer(sealer, row.response);
}

// What was sealed under another APP_SECRET cannot be read any more; its key stays taken.
function openAnswer(sealer: Sealer, sealed: string): { value: unknown } {
  try {
    return sealer.open(sealed) as { value: unknown };
  } catch {
    throw new DomainError("IDEMPOTENCY_MISMATCH");
  }
}

/**
 * Stores the answer in the mutation's own batch: both are kept, or neither. It comes first there, because a twin that
 * was stored meanwhile must not show as its own consequence (a slug taken, a row gone).
 */
export function storeAnswer(
  work: UnitOfWork,
  sealer: Sealer,
  request: IdempotentRequest,
  value: unknown,
): void {
  const { actorId, operation, key } = request;
  work.writeFirst({
    sql: "delete from idempotency_keys where actor_id = ? and operation = ? and key = ? and expires_at <= ?",
    args: [actorId, operation, key, work.now],
  });
  work.writeFirst(
    insertStatement(idempotencyKeys, {
      ...request,
      response: sealer.seal({ value: shortenAnswer(value) }),
      expiresAt: work.now + KEPT_MS,
    }),
    () => new DuplicateStoredFirst(request),
  );
}

// The same fields in another order are the same request.
function canonical(value: unknown): string {
  return JSON.stringify(sorted(value ?? null, DEEPEST));
}

/** The input was not looked at yet; nested deep enough it would take the stack, and long. */
function sorted(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) throw invalidField("", "TOO_DEEP");
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth - 1));
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([name, part]) => [name, sorted(part, depth - 1)]),
  );
}
