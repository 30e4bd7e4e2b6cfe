import type { Stripe } from "stripe";
import {
  INTERVALS,
  type Interval,
  PAID_PLANS,
  type PaidPlan,
} from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import { type CallStripe, StripeMisconfigured } from "./client";

/**
 * The metadata key of a price at Stripe that names its plan. The metadata stays when a newer price takes over the
 * lookup key.
 */
export const PLAN_KEY = "tenantry_plan";

/** Returns the lookup key of the price at which a plan is sold now. */
export function lookupKey(plan: PaidPlan, interval: Interval): string {
  return `tenantry_${plan}_${interval}`;
}

const LOOKUP_KEYS = PAID_PLANS.flatMap((plan) =>
  INTERVALS.map((interval) => lookupKey(plan, interval)),
);

/** Finds the id at Stripe of the price at which a plan is sold now. */
export type PriceOf = (
  choice: Pick<Purchase, "plan" | "interval">,
) => Promise<string>;

/** Reads the prices at Stripe once and keeps them in memory, because they rarely change. */
export function createPrices(call: CallStripe): PriceOf {
  let known: Promise<Map<string, string>> | undefined;
  const load = async () => {
    const filter = { lookup_keys: LOOKUP_KEYS, active: true, limit: 100 };
    const { data } = await call((stripe) => stripe.prices.list(filter));
    return new Map(data.map((price) => [price.lookup_key ?? "", price.id]));
  };
  return async ({ plan, interval }) => {
    known ??= load();
    const prices = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const key = lookupKey(plan, interval);
    const found = prices.get(key);
    if (found) return found;
    known = undefined;
    return call(() => Promise.reject(missingPrice(key)));
  };
}

function missingPrice(key: string): StripeMisconfigured {
  return new StripeMisconfigured(
    `Stripe has no price with the lookup key ${key}: run \`tenantry billing setup\`.`,
  );
}

/** @throws StripeMisconfigured when the price at Stripe names no plan of this program */
export function planOf({ id, metadata, lookup_key: key }: Stripe.Price) {
  const name = metadata[PLAN_KEY] ?? key?.split("_")[1];
  const plan = PAID_PLANS.find((paid) => paid === name);
  if (!plan)
    throw new StripeMisconfigured(
      `The price ${id} at Stripe has no plan: give it the metadata ${PLAN_KEY}.`,
    );
  return plan;
}
