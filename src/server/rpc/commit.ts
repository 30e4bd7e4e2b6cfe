import type { Actor, AuditOrigin } from "#server/kernel/audit/write";
import { type Authenticated, isKeyCall } from "#server/core/caller";
import type { Context } from "./context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError, isRetryable } from "#server/kernel/errors";
import {
  storeResponse,
  DuplicateStoredFirst,
} from "#server/kernel/idempotency/replay";
import { ProcedureCall } from "./procedure-call";

type CommitResult =
  { ok: true; value: unknown; isOfDuplicate?: boolean } | { ok: false };

/** Stores the writes of a call as one batch. `ok: false`: another request changed data that the procedure had read. */
export async function commitCall(
  ctx: Context,
  call: ProcedureCall,
  value: unknown,
): Promise<CommitResult> {
  const work = ProcedureCall.workOf(call);
  const { audit, sealers, live, writeBudget } = ctx.services;
  if (work.isEmpty && !call.idempotent) return { ok: true, value };
  if (call.idempotent)
    storeResponse(work, sealers.responses, call.idempotent, value);
  try {
    await audit.commit(work, auditOrigin(ctx, call, work));
  } catch (error) {
    if (isRetryable(error)) return { ok: false };
    // The change may have been stored, so open pages must read the data again.
    if (isOutcomeUnknown(error)) live.tell(work);
    const duplicate =
      error instanceof DuplicateStoredFirst &&
      (await call.storedResponse(error.request));
    if (!duplicate) throw error;
    call.isReplay = true;
    return { ok: true, value: duplicate.value, isOfDuplicate: true };
  }
  // The response does not wait until the write budget is updated.
  if (call.writer) void writeBudget.spend(call.writer, work.storedBytes);
  live.tell(work);
  return { ok: true, value };
}

function auditOrigin(
  { request }: Context,
  { caller, path }: ProcedureCall,
  work: UnitOfWork,
): AuditOrigin {
  return {
    actor: work.actor
      ? userActor(work.actor)
      : actorOf(caller, request.isAgent),
    action: path,
    requestId: request.id,
    address: request.address,
  };
}

function actorOf(caller: Authenticated | undefined, isAgent: boolean): Actor {
  if (!caller) return { kind: "system", id: null, name: null };
  if (!isKeyCall(caller)) return userActor(caller.user);
  const { key, user, account } = caller;
  const { id = null, name = null } = user ?? account ?? {};
  return {
    kind: isAgent ? "agent" : user ? "key" : "service",
    id,
    name,
    keyId: key.id,
    stewardId: account?.stewardId ?? null,
  };
}

function userActor({ id, name }: { id: string; name: string }): Actor {
  return { kind: "user", id, name };
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof DomainError && error.reason === "OUTCOME_UNKNOWN";
}
