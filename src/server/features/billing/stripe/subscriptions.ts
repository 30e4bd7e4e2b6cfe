import type { BillingProvider, Purchase } from "#server/core/billing/provider";
import { currentSubscription } from "../current-subscription";
import { type CallStripe, isStripeError } from "./client";
import type { PriceOf } from "./prices";
import { itemOf, statusOf, toState } from "./state";

type Subscriptions = Pick<
  BillingProvider,
  | "startTrial"
  | "read"
  | "cancelOthers"
  | "cancelNow"
  | "change"
  | "setCancelsAtPeriodEnd"
>;

export function createSubscriptions(
  call: CallStripe,
  priceOf: PriceOf,
): Subscriptions {
  const listAll = async (customer: string) => {
    const filter = { customer, status: "all", limit: 100 } as const;
    const expand = ["data.latest_invoice"];
    const { data } = await call((stripe) =>
      stripe.subscriptions.list({ ...filter, expand }),
    );
    return data;
  };
  const cancelAll = async (customer: string, keptId?: string) => {
    for (const subscription of await listAll(customer)) {
      const { id, status } = subscription;
      const hasEnded = status === "canceled" || status === "incomplete_expired";
      if (hasEnded || id === keptId) continue;
      // If a customer bought two subscriptions, the unused part of the second becomes a credit.
      const credits =
        keptId !== undefined && statusOf(subscription) === "active";
      await call((stripe) =>
        stripe.subscriptions.cancel(id, {
          prorate: credits,
          invoice_now: credits,
        }),
      );
    }
  };

  return {
    async startTrial({ customerId, purchase, days, key }) {
      const items = await itemsOf(priceOf, purchase);
      await call((stripe) =>
        stripe.subscriptions
          .create(
            {
              customer: customerId,
              items,
              trial_period_days: days,
              trial_settings: {
                end_behavior: { missing_payment_method: "cancel" },
              },
            },
            { idempotencyKey: key },
          )
          .catch(ignoreOtherPurchase),
      );
    },

    async read(customerId) {
      const subscriptions = await listAll(customerId);
      const states = await call(async () => subscriptions.map(toState));
      const current = currentSubscription(
        states.filter((state) => state !== undefined),
      );
      if (!current) return undefined;
      const { createdAt: _, ...state } = current;
      return state;
    },

    cancelOthers: (customerId, keptId) => cancelAll(customerId, keptId),
    cancelNow: (customerId) => cancelAll(customerId),

    async change(subscriptionId, purchase) {
      const price = await priceOf(purchase);
      await call(async ({ subscriptions }) => {
        const { id } = itemOf(await subscriptions.retrieve(subscriptionId));
        await subscriptions.update(subscriptionId, {
          items: [{ id, price, quantity: purchase.seats }],
          proration_behavior: "create_prorations",
        });
      });
    },

    async setCancelsAtPeriodEnd(subscriptionId, cancels) {
      await call((stripe) =>
        stripe.subscriptions.update(subscriptionId, {
          cancel_at_period_end: cancels,
        }),
      );
    },
  };
}

export async function itemsOf(priceOf: PriceOf, purchase: Purchase) {
  return [{ price: await priceOf(purchase), quantity: purchase.seats }];
}

/**
 * Ignores Stripe's error for an idempotency key that has started a trial with another plan or number of seats. That
 * first trial stays valid.
 */
function ignoreOtherPurchase(error: unknown): void {
  if (!isStripeError(error, "StripeIdempotencyError")) throw error;
}
