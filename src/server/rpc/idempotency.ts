import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import type { Context } from "./context";
import { idempotentRequest } from "#server/kernel/idempotency/replay";
import type { ProcedureCall, ProcedureOptions } from "./procedure-call";

interface ReplayOptions extends Pick<
  ProcedureOptions,
  "type" | "meta" | "getRawInput"
> {
  ctx: Pick<Context, "request">;
  call: ProcedureCall;
  /** The id of the user, or of the API key: an `Idempotency-Key` belongs to it. */
  actorId: string;
}

/**
 * Runs the procedure, or returns the stored response of a repeated `Idempotency-Key`. Call it after permission checks.
 */
export async function replayOrRun<R>(
  { ctx, call, actorId, type, meta, getRawInput }: ReplayOptions,
  run: () => Promise<R>,
): Promise<R> {
  const { idempotencyKey, operation = call.path } = ctx.request;
  if (type !== "mutation" || meta?.repeatable || idempotencyKey === null)
    return run();
  const request = idempotentRequest(
    actorId,
    operation,
    idempotencyKey,
    await getRawInput(),
  );
  const stored = await call.storedResponse(request);
  if (stored) {
    call.isReplay = true;
    return asMiddlewareResult<R>(stored.value);
  }
  call.idempotent = request;
  return run();
}

/** Returns the response of a duplicate request that was stored during this call and explains why this call failed. */
export async function responseOfDuplicate<R>(
  call: ProcedureCall,
): Promise<R | undefined> {
  const duplicate =
    call.idempotent && (await call.storedResponse(call.idempotent));
  if (!duplicate) return undefined;
  call.isReplay = true;
  return asMiddlewareResult<R>(duplicate.value);
}

/** Makes the result of a middleware. tRPC accepts it, but its types only allow the result of `next`. */
function asMiddlewareResult<R>(value: unknown): R {
  return { marker: middlewareMarker, ok: true, data: value } as R;
}
