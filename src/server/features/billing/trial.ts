import { isNull } from "drizzle-orm";
import { TRIAL_DAYS, trialSeats } from "#shared/plans";
import type {
  BillingProvider,
  Purchase,
  SubscriptionState,
} from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { applyProviderState } from "./state";
import {
  addCustomer,
  type BillingContext,
  findSubscription,
  recheckPermission,
  requireProvider,
} from "./customer";
import { countPeople, purchaseOf } from "./purchase";
import type { Subscription } from "./entitlement";
import type { PlanChoice, SubscriptionSummary } from "./schemas";
import { canTry } from "./subscription-summary";
import { subscriptions } from "./table";

/**
 * Starts the only trial of an organization. When several calls run at the same time, the payment provider accepts the
 * first call, and a call with another choice is refused.
 */
export async function startTrial(
  db: TenantDb,
  ctx: BillingContext,
  choice: PlanChoice,
): Promise<SubscriptionSummary> {
  const provider = requireProvider(ctx);
  const known = await findSubscription(db, provider);
  if (known && !canTry(known) && !isTrialUnconfirmed(known))
    throw new DomainError("TRIAL_USED");
  const seats = choice.seats ?? trialSeats(choice.plan, await countPeople(db));
  const purchase = await purchaseOf(db, { ...choice, seats });
  const row = known ?? (await addCustomer(db, ctx.caller, provider));
  const state = await startAtProvider(db, ctx, provider, row, purchase);
  if (!state || !isTrialOf(state, choice, purchase))
    throw new DomainError("TRIAL_USED");
  const { trialUsedAt } = subscriptions;
  if (known) db.guardExists(subscriptions, isNull(trialUsedAt), conflictRetry);
  const tried = db.update(subscriptions, row, { trialUsedAt: db.now });
  return applyProviderState(db, tried, state);
}

/**
 * Starts the trial at the payment provider, unless the customer already has a subscription there. It reads first,
 * because the provider forgets idempotency keys after a day.
 * @returns the new trial or the earlier subscription
 */
async function startAtProvider(
  db: TenantDb,
  ctx: BillingContext,
  provider: BillingProvider,
  { customerId }: Subscription,
  purchase: Purchase,
): Promise<SubscriptionState | undefined> {
  const earlier = await provider.read(customerId);
  if (earlier) return earlier;
  await recheckPermission(ctx);
  const key = `trial:${db.orgId}`;
  await provider.startTrial({ customerId, purchase, days: TRIAL_DAYS, key });
  return provider.read(customerId);
}

/** Whether the webhook stored the trial before the call that started the trial could store it. */
function isTrialUnconfirmed(row: Subscription): boolean {
  return row.trialUsedAt === null && row.status === "trialing";
}

function isTrialOf(
  state: SubscriptionState,
  choice: PlanChoice,
  { plan, interval, seats }: Purchase,
): boolean {
  const isSamePlan = state.plan === plan && state.interval === interval;
  // If the caller chose no number of seats, the number follows from the members, and members may have joined since the
  // trial started.
  const hasSeats = choice.seats === undefined || state.seats === seats;
  return state.status === "trialing" && isSamePlan && hasSeats;
}
