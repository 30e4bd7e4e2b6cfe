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
  user: { id: string };
}

/** Returns the stored response for a repeated `Idempotency-Key`, or runs the procedure. Call it after every check of permissions. */
export async function replayOrRun<R>(
  { ctx, call, user, type, meta, getRawInput }: ReplayOptions,
  run: () => Promise<R>,
): Promise<R> {
  const { idempotencyKey, operation = call.path } = ctx.request;
  if (type !== "mutation" || meta?.repeatable || idempotencyKey === null)
    return run();
  const request = idempotentRequest(
    user.id,
    operation,
    idempotencyKey,
    await getRawInput(),
  );
  const stored = await call.storedResponse(request);
  if (stored) return asMiddlewareResult<R>(stored.value);
  call.idempotent = request;
  return run();
}

/** The response of a duplicate request that was stored while this call ran. It explains why this call failed. */
export async function responseOfDuplicate<R>(
  call: ProcedureCall,
): Promise<R | undefined> {
  const duplicate =
    call.idempotent && (await call.storedResponse(call.idempotent));
  return duplicate && asMiddlewareResult<R>(duplicate.value);
}

/** A middleware may return its own result, but tRPC only types the result of `next`. */
function asMiddlewareResult<R>(value: unknown): R {
  return { marker: middlewareMarker, ok: true, data: value } as R;
}
