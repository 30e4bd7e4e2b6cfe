import { isPaid, type Plan } from "#shared/plans";
import type { Context } from "./context";
import type { ProcedureCall, ProcedureOptions } from "./procedure-call";

interface BudgetOptions extends Pick<
  ProcedureOptions,
  "meta" | "type" | "getRawInput"
> {
  ctx: Pick<Context, "services">;
}

/**
 * Records the user whose write budget a mutation uses, and refuses the mutation if this budget is exhausted.
 * @param plan the plan of the organization; the default applies to calls outside an organization
 * @throws DomainError WRITE_BUDGET
 */
export async function useWriteBudget(
  { ctx, meta, type, getRawInput }: BudgetOptions,
  call: ProcedureCall,
  userId: string,
  plan: Plan = "free",
): Promise<void> {
  if (type !== "mutation") return;
  const { billing, writeBudget } = ctx.services;
  const isOnPaidPlan = billing.provider === undefined || isPaid(plan);
  call.writer = { userId, isOnPaidPlan };
  const { withoutWriteBudget = false } = meta ?? {};
  const isOpen =
    typeof withoutWriteBudget === "function"
      ? withoutWriteBudget(await getRawInput())
      : withoutWriteBudget;
  if (!isOpen) writeBudget.requireLeft(call.writer);
}
