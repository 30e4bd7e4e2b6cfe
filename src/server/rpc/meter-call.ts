import { TRPCError } from "@trpc/server";
import { PLANS } from "#shared/plans";
import type { KeyCall } from "#server/core/api-keys/api-keys";
import { isKeyCall } from "#server/core/caller";
import { DomainError } from "#server/kernel/errors";
import type { Context } from "./context";
import { refusalOf, statusOf } from "./error-response";
import type { ProcedureCall, ProcedureOptions } from "./procedure-call";

export type Outcome =
  { ok: true; data: unknown } | { ok: false; error: TRPCError };

/**
 * Reserves a call with an API key below the limit of its organization. Call it after permission checks and after a
 * stored response was looked for: neither refused calls nor repeated ones count.
 * @throws DomainError API_CALL_LIMIT
 */
export async function reserveCall(
  { services }: Pick<Context, "services">,
  call: ProcedureCall,
): Promise<void> {
  const { caller } = call;
  // A mutation that runs again after a conflict has its reservation already.
  if (!caller || !isKeyCall(caller) || call.reservation) return;
  const { apiCalls } = PLANS[caller.plan];
  const limit = services.billing.provider ? apiCalls : null;
  call.reservation = await services.meter.reserve(meteredKey(caller), limit);
}

/** Runs a call. If an API key made it, counts it as successful or as refused. */
export async function meterCall<R extends Outcome>(
  { ctx, type }: Pick<ProcedureOptions, "ctx" | "type">,
  call: ProcedureCall,
  run: () => Promise<R>,
): Promise<R> {
  let outcome: Outcome | undefined;
  let error: unknown;
  try {
    const result = await run();
    outcome = result;
    return result;
  } catch (thrown) {
    error = thrown;
    throw thrown;
  } finally {
    const isDone = outcome?.ok === true && !call.isReplay;
    if (isDone) call.reservation?.count(type === "mutation");
    else call.reservation?.giveBack();
    const { caller } = call;
    const refusal = outcome?.ok === false ? outcome.error : error;
    if (refusal && caller && isKeyCall(caller) && isCounted(refusal))
      ctx.services.meter.refuse(meteredKey(caller));
  }
}

/**
 * Whether a refusal counts as refused. An organization that does not exist for the key, a rate limit, and a failure of
 * the server say nothing of what the key does in its organization.
 */
function isCounted(error: unknown): boolean {
  const { code, reason } = domainErrorOf(error);
  const status = statusOf(code);
  return (
    reason !== "ORGANIZATION_NOT_FOUND" &&
    status !== 401 &&
    status !== 429 &&
    status < 500
  );
}

function domainErrorOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return error instanceof TRPCError
    ? refusalOf(error)
    : new DomainError("INTERNAL");
}

function meteredKey({ orgId, key }: KeyCall) {
  return { orgId, keyId: key.id };
}
