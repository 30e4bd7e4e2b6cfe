import type { Stripe } from "stripe";
import {
  CURRENCY,
  INTERVALS,
  type Interval,
  PAID_PLANS,
  type PaidPlan,
  PLANS,
} from "#shared/plans";
import { lookupKey, PLAN_KEY } from "./prices";

/** What a subscription's life is told by. */
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
 * Makes at Stripe what the plans need: a product for each, its prices, and the endpoint that Stripe tells of events.
 * What is there already and fits stays; a price that was changed in `plans.ts` is replaced for whoever buys from now on.
 * @returns what was done, a line each; the signing secret of a new endpoint is in the last one
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
  const isThere = await stripe.products
    .retrieve(id)
    .then(() => true)
    .catch((error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    });
  if (!isThere)
    await stripe.products.create({ id, name: label, description: summary });
  return id;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "resource_missing"
  );
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
    return `${key}: as it should be`;
  await stripe.prices.create({
    product,
    currency: CURRENCY,
    unit_amount: amount,
    recurring: { interval },
    lookup_key: key,
    transfer_lookup_key: true,
    metadata: { [PLAN_KEY]: plan },
  });
  return `${key}: ${known ? "replaced" : "made"}`;
}

async function ensureEndpoint(stripe: Stripe, url: string): Promise<string[]> {
  const { data } = await stripe.webhookEndpoints.list({ limit: 100 });
  if (data.some((endpoint) => endpoint.url === url))
    return [`${url}: is told of events already`];
  const { secret } = await stripe.webhookEndpoints.create({
    url,
    enabled_events: [...EVENTS],
  });
  return [
    `${url}: is told of events from now on`,
    `Set STRIPE_WEBHOOK_SECRET to ${secret ?? "the secret that Stripe shows for the endpoint"}; it is not shown again.`,
  ];
}
