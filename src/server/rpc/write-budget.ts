import { isPaid, type Plan } from "#shared/plans";
import type { Context } from "./context";
import type { Call, Options } from "./call";

interface BudgetOptions extends Pick<Options, "meta" | "type"> {
  ctx: Pick<Context, "services">;
}

/**
 * Notes whose write budget a mutation uses, and refuses it when that is used up.
 * @param plan of the organization; left out where the call acts for none
 * @throws DomainError WRITE_BUDGET
 */
export function useWriteBudget(
  { ctx, meta, type }: BudgetOptions,
  call: Call,
  userId: string,
  plan: Plan = "free",
): void {
  if (type !== "mutation") return;
  const { billing, writeBudget } = ctx.services;
  const isOnPaidPlan = billing.provider === undefined || isPaid(plan);
  call.writer = { userId, isOnPaidPlan };
  if (!meta?.withoutWriteBudget) writeBudget.requireLeft(call.writer);
}
