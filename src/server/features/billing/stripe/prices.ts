import type { Stripe } from "stripe";
import {
  INTERVALS,
  type Interval,
  PAID_PLANS,
  type PaidPlan,
} from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import { type Ask, Misconfigured } from "./client";

/** What a price carries, so that one that was replaced still says what was bought with it. */
export const PLAN_KEY = "tenantry_plan";

/** By this Stripe is asked for the price that is sold now. */
export function lookupKey(plan: PaidPlan, interval: Interval): string {
  return `tenantry_${plan}_${interval}`;
}

export const LOOKUP_KEYS = PAID_PLANS.flatMap((plan) =>
  INTERVALS.map((interval) => lookupKey(plan, interval)),
);

/** Finds the price that is sold for a plan; they change rarely, so they are asked for once. */
export function createPrices(stripe: Stripe, ask: Ask) {
  let known: Promise<Map<string, string>> | undefined;
  const load = async () => {
    const { data } = await ask(() =>
      stripe.prices.list({
        lookup_keys: LOOKUP_KEYS,
        active: true,
        limit: 100,
      }),
    );
    return new Map(data.map((price) => [price.lookup_key ?? "", price.id]));
  };
  return async ({
    plan,
    interval,
  }: Pick<Purchase, "plan" | "interval">): Promise<string> => {
    known ??= load();
    const prices = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const key = lookupKey(plan, interval);
    const found = prices.get(key);
    if (found) return found;
    known = undefined;
    throw new Misconfigured(
      `Stripe has no price with the lookup key ${key}: run \`tenantry billing setup\`.`,
    );
  };
}

/** @throws Misconfigured for a price that is none of ours: what it gives is not known. */
export function planOf({ id, metadata, lookup_key: key }: Stripe.Price) {
  const named = metadata[PLAN_KEY] ?? key?.split("_")[1];
  const plan = PAID_PLANS.find((paid) => paid === named);
  if (!plan)
    throw new Misconfigured(
      `The price ${id} at Stripe says no plan: give it the metadata ${PLAN_KEY}.`,
    );
  return plan;
}
