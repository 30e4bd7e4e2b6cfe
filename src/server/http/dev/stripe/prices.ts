import { INTERVALS, PAID_PLANS, type PaidPlan, PLANS } from "#shared/plans";
import type { Interval } from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import { noSuch } from "#server/features/billing/demo/api-error";
import { lookupKey, PLAN_KEY } from "#server/features/billing/stripe/prices";

export interface Price {
  id: string;
  /** The key by which the price is found; null after a newer price has replaced it. */
  lookupKey: string | null;
  product: string;
  unitAmount: number;
  interval: Interval;
  metadata: Record<string, string>;
}

/** The prices that the command `billing setup` creates at Stripe. */
export function pricesOfPlans(): Price[] {
  return PAID_PLANS.flatMap((plan) =>
    INTERVALS.map((interval) => ({
      id: `price_${plan}_${interval}`,
      lookupKey: lookupKey(plan, interval),
      product: `tenantry_${plan}`,
      unitAmount: PLANS[plan].price[interval],
      interval,
      metadata: { [PLAN_KEY]: plan },
    })),
  );
}

export function priceFor(
  prices: readonly Price[],
  { plan, interval }: Pick<Purchase, "plan" | "interval">,
): Price {
  const found = prices.find(
    (price) =>
      price.product === `tenantry_${plan}` && price.interval === interval,
  );
  if (!found) throw noSuch("price", `${plan} ${interval}`);
  return found;
}

export function purchaseWith(
  prices: readonly Price[],
  id: string,
  quantity: string,
): Purchase {
  const price = prices.find((one) => one.id === id);
  if (!price) throw noSuch("price", id);
  const plan = price.metadata[PLAN_KEY] as PaidPlan;
  return { plan, interval: price.interval, seats: Number(quantity) };
}
