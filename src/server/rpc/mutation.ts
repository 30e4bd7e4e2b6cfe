import type { Context } from "./context";
import { DomainError, invalidField, isRetryable } from "#server/kernel/errors";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";
import { responseOfDuplicate } from "./idempotency";
import { commitCall } from "./commit";
import { meterCall, type Outcome } from "./meter-call";
import { refuseInView } from "./view-as-role";

/** The number of attempts of a mutation. If the last attempt has a conflict too, the mutation fails with `BUSY`. */
const MAX_ATTEMPTS = 20;

/**
 * Runs a procedure. For a mutation, collects the writes and stores them as one batch after the procedure returns; after
 * a conflict, runs the procedure again.
 */
export async function runAndCommit<R extends Outcome>(
  options: ProcedureOptions,
  run: (call: ProcedureCall) => Promise<R>,
): Promise<R> {
  const { ctx, path, type } = options;
  refuseInView(options);
  await limitCredentials(options);
  const call = new ProcedureCall(path, ctx);
  return meterCall(options, call, () =>
    type === "mutation" ? runUntilStored(options, call, run) : run(call),
  );
}

async function runUntilStored<R extends Outcome>(
  { ctx }: ProcedureOptions,
  call: ProcedureCall,
  run: (call: ProcedureCall) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const work = ProcedureCall.workOf(call);
    let isStored = false;
    try {
      if (attempt > 1) await pause(attempt);
      // A mutation must not base its decisions on outdated data of a replica.
      if (ctx.db.refresh) await ctx.db.refresh();
      const result = await run(call);
      if (result.ok) {
        const stored = await commitCall(ctx, call, result.data);
        isStored = stored.ok && !stored.isOfDuplicate;
        if (stored.ok) return { ...result, data: stored.value };
        if (attempt === MAX_ATTEMPTS) throw busy();
      } else if (!isRetryable(result.error.cause) || attempt === MAX_ATTEMPTS)
        return (await responseOfDuplicate<R>(call)) ?? result;
      // `restart` must come before `settle`, which releases the lock of this attempt.
      call.restart();
    } finally {
      work.settle();
      if (!isStored) dropCookies(ctx);
    }
  }
}

/** The second attempt starts at once. Later ones wait a random time: processes cannot see each other's locks. */
async function pause(attempt: number): Promise<void> {
  if (attempt > 2) await Bun.sleep(Math.random() * 5 * attempt);
}

/**
 * Removes the cookie of a session that was not stored: it would replace the browser's valid cookie. The refreshed
 * cookie of the current session stays.
 */
function dropCookies({ request, response, services }: Context): void {
  const token = services.sessions.readCookie(request.cookieHeader);
  const own = token && services.sessions.cookie(token);
  response.cookies = response.cookies.filter((cookie) => cookie === own);
}

async function limitCredentials({
  ctx,
  meta,
}: ProcedureOptions): Promise<void> {
  if (!meta?.limit) return;
  if (ctx.request.isBatch) throw invalidField("", "NOT_IN_BATCH");
  await ctx.services.limits.consumeClient(meta.limit, ctx.request.address);
}

function busy(): DomainError {
  return new DomainError("BUSY", undefined, { retryAfter: 1 });
}
