import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import type { Context } from "./context";
import { idempotentRequest } from "#server/kernel/idempotency/replay";
import type { Call, Options } from "./call";

interface ReplayOptions extends Pick<Options, "type" | "meta" | "getRawInput"> {
  ctx: Pick<Context, "request">;
  call: Call;
  user: { id: string };
}

/** Gives the stored answer to a repeated `Idempotency-Key`; it stands behind every check of rights. */
export async function replayed<R>(
  { ctx, call, user, type, meta, getRawInput }: ReplayOptions,
  run: () => Promise<R>,
): Promise<R> {
  const { idempotencyKey, operation = call.path } = ctx.request;
  if (type !== "mutation" || meta?.repeatable || idempotencyKey === null)
    return run();
  const twin = idempotentRequest(
    user.id,
    operation,
    idempotencyKey,
    await getRawInput(),
  );
  const stored = await call.storedAnswer(twin);
  if (stored) return asMiddlewareResult<R>(stored.value);
  call.idempotent = twin;
  return run();
}

/** A refusal may be the work of a twin that was stored since this call looked for one; then its answer stands. */
export async function responseOfDuplicate<R>(
  call: Call,
): Promise<R | undefined> {
  const twin = call.idempotent && (await call.storedAnswer(call.idempotent));
  return twin && asMiddlewareResult<R>(twin.value);
}

/** tRPC lets a middleware answer in the procedure's place, but types only what `next` returns. */
function asMiddlewareResult<R>(value: unknown): R {
  return { marker: middlewareMarker, ok: true, data: value } as R;
}
