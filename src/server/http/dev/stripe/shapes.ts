import type {
  Account,
  Invoice,
  Subscription,
} from "#server/features/billing/demo/account";
import { CURRENCY } from "#shared/plans";
import type { Price } from "./prices";

/** The fields of Stripe's objects that `features/billing/stripe` reads. */
export function subscriptionShape(
  account: Account,
  subscription: Subscription,
  price: Price,
) {
  const { id, status, seats } = subscription;
  const latest = account.invoices
    .filter(({ subscriptionId }) => subscriptionId === id)
    .at(-1);
  return {
    id,
    object: "subscription",
    customer: account.customer.id,
    status: status === "cancelled" ? "canceled" : status,
    created: seconds(subscription.createdAt),
    cancel_at_period_end: subscription.cancelsAtPeriodEnd,
    trial_end: seconds(subscription.trialEndsAt),
    latest_invoice: latest ? invoiceShape(latest) : null,
    items: {
      object: "list",
      data: [
        {
          id: `si_${id}`,
          object: "subscription_item",
          quantity: seats,
          price: priceShape(price),
          current_period_start: seconds(subscription.periodStartsAt),
          current_period_end: seconds(subscription.periodEndsAt),
        },
      ],
    },
  };
}

export function invoiceShape(invoice: Invoice) {
  const { id, number, status, total, customerId } = invoice;
  return {
    id,
    object: "invoice",
    customer: customerId,
    number,
    status,
    total,
    currency: CURRENCY,
    created: seconds(invoice.createdAt),
    hosted_invoice_url: null,
  };
}

export function priceShape(price: Price) {
  return {
    id: price.id,
    object: "price",
    active: price.lookupKey !== null,
    lookup_key: price.lookupKey,
    product: price.product,
    unit_amount: price.unitAmount,
    currency: CURRENCY,
    metadata: price.metadata,
    recurring: { interval: price.interval },
  };
}

export function listOf(data: unknown[], url: string) {
  return { object: "list", data, has_more: false, url };
}

function seconds(moment: number): number;
function seconds(moment: number | null): number | null;
function seconds(moment: number | null): number | null {
  return moment === null ? null : Math.floor(moment / 1000);
}
