import { createHash } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { Sealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError, invalidField } from "#server/kernel/errors";
import { idempotencyKeys } from "./table";
import { shortenResponse } from "./shorten";

const STORED_MS = 24 * 60 * 60 * 1000;
/** The maximum nesting depth of an input. Real inputs have less than a third of this depth. */
const MAX_DEPTH = 16;

/** A request with an `Idempotency-Key`. */
export interface IdempotentRequest {
  actorId: string;
  operation: string;
  key: string;
  requestHash: string;
}

/**
 * The error of a mutation when a concurrent duplicate request was stored first. The caller then gets the response that
 * was stored for the duplicate.
 */
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

/**
 * Reads the response of an earlier request with the same key; `undefined` when there was none in the last day.
 * @throws DomainError `IDEMPOTENCY_MISMATCH` when the earlier request had another input or its response cannot be
 * decrypted
 */
export async function storedResponse(
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
  return openResponse(sealer, row.response);
}

// A response that was encrypted with another APP_SECRET cannot be read. The request is refused, because its key is in
// use.
function openResponse(sealer: Sealer, sealed: string): { value: unknown } {
  try {
    return sealer.open(sealed) as { value: unknown };
  } catch {
    throw new DomainError("IDEMPOTENCY_MISMATCH");
  }
}

/**
 * Stores the response in the batch of the mutation, so that both are stored or neither. The response comes first in the
 * batch, so that a duplicate request fails there and not with an error that the first request caused, such as a taken
 * slug.
 */
export function storeResponse(
  work: UnitOfWork,
  sealer: Sealer,
  request: IdempotentRequest,
  value: unknown,
  expiresAt = work.now + STORED_MS,
): void {
  const { actorId, operation, key } = request;
  work.writeFirst({
    sql: "delete from idempotency_keys where actor_id = ? and operation = ? and key = ? and expires_at <= ?",
    args: [actorId, operation, key, work.now],
  });
  work.writeFirst(
    insertStatement(idempotencyKeys, {
      ...request,
      response: sealer.seal({ value: shortenResponse(value) }),
      expiresAt,
    }),
    () => new DuplicateStoredFirst(request),
  );
}

// Returns the input as JSON with sorted fields, because inputs that differ only in the order of their fields are equal.
function canonical(value: unknown): string {
  return JSON.stringify(sorted(value ?? null, MAX_DEPTH));
}

/**
 * Sorts the fields of a value and of all values in it. The depth is limited, because the input is not validated yet and
 * deep nesting would overflow the stack.
 */
function sorted(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) throw invalidField("", "TOO_DEEP");
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth - 1));
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([name, part]) => [name, sorted(part, depth - 1)]),
  );
}
