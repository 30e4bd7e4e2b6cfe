import type { Actor, AuditOrigin } from "#server/kernel/audit/write";
import type { Context } from "./context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError, isRetryable } from "#server/kernel/errors";
import {
  storeAnswer,
  DuplicateStoredFirst,
} from "#server/kernel/idempotency/replay";
import { Call } from "./call";

type Stored =
  { ok: true; value: unknown; isOfDuplicate?: boolean } | { ok: false };

/** Not ok: what the procedure had read was overtaken before the batch was stored. */
export async function tryStore(
  ctx: Context,
  call: Call,
  value: unknown,
): Promise<Stored> {
  const work = Call.workOf(call);
  const { audit, sealers, live, writeBudget } = ctx.services;
  if (work.isEmpty && !call.idempotent) return { ok: true, value };
  if (call.idempotent)
    storeAnswer(work, sealers.answers, call.idempotent, value);
  try {
    await audit.commit(work, auditOrigin(ctx, call, work));
  } catch (error) {
    if (isRetryable(error)) return { ok: false };
    // It may be stored: then open pages have something to read again.
    if (isOutcomeUnknown(error)) live.tell(work);
    const twin =
      error instanceof DuplicateStoredFirst &&
      (await call.storedAnswer(error.request));
    if (!twin) throw error;
    return { ok: true, value: twin.value, isOfDuplicate: true };
  }
  // Not waited for: the answer does not depend on it.
  if (call.writer) void writeBudget.spend(call.writer, work.storedBytes);
  live.tell(work);
  return { ok: true, value };
}

function auditOrigin(
  { request }: Context,
  { signedIn, path }: Call,
  work: UnitOfWork,
): AuditOrigin {
  const person = work.actor ?? signedIn?.user;
  const actor: Actor = person
    ? { kind: "user", id: person.id, name: person.name }
    : { kind: "system", id: null, name: null };
  return {
    actor,
    action: path,
    requestId: request.id,
    address: request.address,
  };
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof DomainError && error.reason === "OUTCOME_UNKNOWN";
}
