import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import { applyProviderState } from "./state";
import {
  type BillingContext,
  findSubscription,
  recheckPermission,
  requireProvider,
  requireSubscription,
} from "./customer";
import { isSamePurchase, purchaseOf } from "./purchase";
import type { PlanChoice, SubscriptionSummary } from "./schemas";
import { isLive } from "./entitlement";

/** Changes the plan, the interval or the seats of a subscription at once. */
export async function changeSubscription(
  db: TenantDb,
  ctx: BillingContext,
  choice: Partial<PlanChoice>,
): Promise<SubscriptionSummary> {
  const { provider, row, state } = await requireLive(db, ctx);
  const { plan, interval, seats } = state;
  const purchase = await purchaseOf(db, { plan, interval, seats, ...choice });
  if (!isSamePurchase(state, purchase)) {
    await recheckPermission(ctx);
    await provider.change(state.id, purchase);
  }
  return applyProviderState(db, row, await provider.read(row.customerId));
}

/** Cancels the subscription at the end of its period, or withdraws such a cancellation. */
export async function setCancelled(
  db: TenantDb,
  ctx: BillingContext,
  isCancelled: boolean,
): Promise<SubscriptionSummary> {
  const { provider, row, state } = await requireLive(db, ctx);
  if (state.cancelsAtPeriodEnd !== isCancelled) {
    await recheckPermission(ctx);
    await provider.setCancelsAtPeriodEnd(state.id, isCancelled);
  }
  return applyProviderState(db, row, await provider.read(row.customerId));
}

/** Reads the subscription at the payment provider and stores its state, without waiting for the webhook. */
export async function refreshSubscription(
  db: TenantDb,
  ctx: BillingContext,
): Promise<SubscriptionSummary> {
  const provider = requireProvider(ctx);
  const row = await findSubscription(db, provider);
  if (!row) return { plan: "free", subscription: null };
  const state = await provider.read(row.customerId);
  if (state && isLive(state))
    await provider.cancelOthers(row.customerId, state.id);
  return applyProviderState(db, row, state);
}

async function requireLive(db: TenantDb, ctx: BillingContext) {
  const provider = requireProvider(ctx);
  const row = await requireSubscription(db, provider);
  const state = await provider.read(row.customerId);
  if (!state || !isLive(state)) throw new DomainError("NO_SUBSCRIPTION");
  return { provider, row, state };
}
