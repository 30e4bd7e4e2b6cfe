import { INTERVALS, PAID_PLANS, PLANS } from "#shared/plans";
import type { BillingProvider } from "#server/core/billing/provider";
import { createStripeBilling } from "#server/features/billing/stripe/stripe";
import type { StripeFailure } from "#server/features/billing/stripe/client";
import {
  type Price,
  SECRET_KEY,
  startStripe,
  type StripeServer,
  WEBHOOK_SECRET,
} from "../stripe/server";
import type { World } from "./contract";

export interface StripeWorld extends World {
  stripe: StripeServer;
  failures: StripeFailure[];
}

/** What `tenantry billing setup` makes. */
export function pricesAtStripe(): Price[] {
  return PAID_PLANS.flatMap((plan) =>
    INTERVALS.map((interval) => ({
      id: `price_${plan}_${interval}`,
      lookupKey: `tenantry_${plan}_${interval}`,
      product: `tenantry_${plan}`,
      unitAmount: PLANS[plan].price[interval],
      interval,
      metadata: { tenantry_plan: plan },
    })),
  );
}

export function createStripeWorld(): StripeWorld {
  const stripe = startStripe(pricesAtStripe());
  const failures: StripeFailure[] = [];
  const provider: BillingProvider = createStripeBilling(
    {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      apiUrl: stripe.url,
    },
    (failure) => failures.push(failure),
  );
  return {
    provider,
    stripe,
    failures,
    pay: stripe.pay,
    changeCard: stripe.changeCard,
    passTime: stripe.passTime,
    messages: stripe.messages,
    olderMessage(milliseconds) {
      const [message] = stripe.messages();
      if (!message) throw new Error("Nothing was told yet.");
      const body = new TextDecoder().decode(message.body);
      return stripe.sign(body, milliseconds / 1000);
    },
    stop: stripe.stop,
  };
}
