import type { Stripe } from "stripe";
import {
  CURRENCY,
  INTERVALS,
  type Interval,
  PAID_PLANS,
  type PaidPlan,
  PLANS,
} from "#shared/plans";
import { isStripeError } from "./client";
import { lookupKey, PLAN_KEY } from "./prices";

/** The events of Stripe after which a subscription may have changed. */
const EVENTS = [
  "checkout.session.completed",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "customer.subscription.trial_will_end",
  "invoice.paid",
  "invoice.payment_failed",
] as const;

/**
 * Creates a product and its prices for each plan, and the webhook endpoint, and keeps those that are already correct. A
 * price that was changed in `plans.ts` is replaced for new subscriptions.
 * @returns a line for each step; the last line contains the signing secret of a new endpoint
 */
export async function setUpStripe(
  stripe: Stripe,
  endpoint: URL,
): Promise<string[]> {
  const lines: string[] = [];
  for (const plan of PAID_PLANS) {
    const product = await ensureProduct(stripe, plan);
    for (const interval of INTERVALS)
      lines.push(await ensurePrice(stripe, product, plan, interval));
  }
  return [...lines, ...(await ensureEndpoint(stripe, endpoint.href))];
}

async function ensureProduct(stripe: Stripe, plan: PaidPlan): Promise<string> {
  const id = `tenantry_${plan}`;
  const { label, summary } = PLANS[plan];
  try {
    await stripe.products.retrieve(id);
  } catch (error) {
    if (!isStripeError(error) || error.code !== "resource_missing") throw error;
    await stripe.products.create({ id, name: label, description: summary });
  }
  return id;
}

async function ensurePrice(
  stripe: Stripe,
  product: string,
  plan: PaidPlan,
  interval: Interval,
): Promise<string> {
  const key = lookupKey(plan, interval);
  const amount = PLANS[plan].price[interval];
  const { data } = await stripe.prices.list({
    lookup_keys: [key],
    active: true,
  });
  const [known] = data;
  if (known?.unit_amount === amount && known.currency === CURRENCY)
    return `${key}: unchanged`;
  await stripe.prices.create({
    product,
    currency: CURRENCY,
    unit_amount: amount,
    recurring: { interval },
    lookup_key: key,
    transfer_lookup_key: true,
    metadata: { [PLAN_KEY]: plan },
  });
  return `${key}: ${known ? "replaced" : "created"}`;
}

async function ensureEndpoint(stripe: Stripe, url: string): Promise<string[]> {
  const { data } = await stripe.webhookEndpoints.list({ limit: 100 });
  if (data.some((endpoint) => endpoint.url === url))
    return [`${url}: unchanged`];
  const { secret } = await stripe.webhookEndpoints.create({
    url,
    enabled_events: [...EVENTS],
  });
  return [
    `${url}: created`,
    `Set STRIPE_WEBHOOK_SECRET to ${secret ?? "the signing secret that Stripe shows for the endpoint"}. It is not shown again.`,
  ];
}
