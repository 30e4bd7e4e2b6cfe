import type { TRPCError } from "@trpc/server";
import type { Context } from "./context";
import { DomainError, invalidField, isRetryable } from "#server/kernel/errors";
import { Call, type Options } from "./call";
import { responseOfDuplicate } from "./idempotency";
import { tryStore } from "./commit";

/** How often a procedure whose reads were overtaken is run before it answers `BUSY`. */
const ATTEMPTS = 20;

type Outcome = { ok: true; data: unknown } | { ok: false; error: TRPCError };

/** What a mutation writes is collected, and stored as one batch when the procedure returns. */
export async function inOneBatch<R extends Outcome>(
  options: Options,
  run: (call: Call) => Promise<R>,
): Promise<R> {
  const { ctx, path, type } = options;
  await limitCredentials(options);
  const call = new Call(path, ctx);
  if (type !== "mutation") return run(call);
  for (let attempt = 1; ; attempt++) {
    const work = Call.workOf(call);
    let isStored = false;
    try {
      if (attempt > 1) await pause(attempt);
      // A write is decided on what is true now, not on what a replica last heard.
      if (ctx.db.refresh) await ctx.db.refresh();
      const result = await run(call);
      if (result.ok) {
        const stored = await tryStore(ctx, call, result.data);
        isStored = stored.ok && !stored.isOfDuplicate;
        if (stored.ok) return { ...result, data: stored.value };
        if (attempt === ATTEMPTS) throw busy();
      } else if (!isRetryable(result.error.cause) || attempt === ATTEMPTS)
        return (await responseOfDuplicate<R>(call)) ?? result;
      // Before the end of this run, which would give its turn up.
      call.restart();
    } finally {
      work.settle();
      if (!isStored) dropCookies(ctx);
    }
  }
}

/** The second run follows at once; then processes, which do not wait for each other's turns, get ahead by chance. */
async function pause(attempt: number): Promise<void> {
  if (attempt > 2) await Bun.sleep(Math.random() * 5 * attempt);
}

/** What names a session that was not stored would sign the browser out; the cookie of one that goes on lasts on. */
function dropCookies({ request, response, services }: Context): void {
  const token = services.sessions.readCookie(request.cookieHeader);
  const own = token && services.sessions.cookie(token);
  response.cookies = response.cookies.filter((cookie) => cookie === own);
}

async function limitCredentials({ ctx, meta }: Options): Promise<void> {
  if (!meta?.limit) return;
  if (ctx.request.isBatch) throw invalidField("", "NOT_IN_BATCH");
  await ctx.services.limits.consumeClient(meta.limit, ctx.request.address);
}

function busy(): DomainError {
  return new DomainError("BUSY", undefined, { retryAfter: 1 });
}
