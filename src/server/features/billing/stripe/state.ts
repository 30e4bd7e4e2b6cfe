import type { Stripe } from "stripe";
import { type Interval, INTERVALS } from "#shared/plans";
import type {
  Invoice,
  SubscriptionState,
  SubscriptionStatus,
} from "#server/core/billing/provider";
import { StripeMisconfigured } from "./client";
import { planOf } from "./prices";

/**
 * This program's status for each status at Stripe. Null means that the first payment is missing, so the subscription
 * never started.
 */
const STATUS: Record<Stripe.Subscription.Status, SubscriptionStatus | null> = {
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  unpaid: "unpaid",
  paused: "unpaid",
  canceled: "cancelled",
  incomplete: null,
  incomplete_expired: null,
};

export function statusOf({
  status,
}: Stripe.Subscription): SubscriptionStatus | null {
  // If Stripe adds a status, it counts as unpaid and gives no plan until this program knows it.
  return STATUS[status] ?? "unpaid";
}

export function itemOf({ id, items }: Stripe.Subscription) {
  const [item] = items.data;
  if (!item)
    throw new StripeMisconfigured(
      `The subscription ${id} at Stripe has no item.`,
    );
  return item;
}

/** Returns undefined for a subscription that never started. */
export function toState(
  subscription: Stripe.Subscription,
): (SubscriptionState & { createdAt: number }) | undefined {
  const status = statusOf(subscription);
  if (!status) return undefined;
  const { price, quantity, current_period_end: end } = itemOf(subscription);
  return {
    id: subscription.id,
    plan: planOf(price),
    interval: intervalOf(price),
    seats: quantity ?? 1,
    status,
    trialEndsAt: milliseconds(subscription.trial_end),
    periodEndsAt: end * 1000,
    cancelsAtPeriodEnd:
      subscription.cancel_at_period_end && status !== "cancelled",
    pastDueSince: status === "past_due" ? invoicedAt(subscription) : null,
    createdAt: subscription.created * 1000,
  };
}

function intervalOf({ id, recurring }: Stripe.Price): Interval {
  const interval = INTERVALS.find((known) => known === recurring?.interval);
  if (!interval)
    throw new StripeMisconfigured(
      `The price ${id} at Stripe is neither monthly nor yearly.`,
    );
  return interval;
}

function invoicedAt({ latest_invoice: invoice }: Stripe.Subscription) {
  return invoice && typeof invoice === "object" ? invoice.created * 1000 : null;
}

/** An invoice with any other status at Stripe needs no payment. */
const INVOICE_STATUS: Record<string, Invoice["status"]> = {
  paid: "paid",
  open: "open",
};

/** Returns undefined for an invoice that is still a draft. */
export function toInvoice(invoice: Stripe.Invoice): Invoice | undefined {
  const { id, status } = invoice;
  if (!id || status === null || status === "draft") return undefined;
  return {
    id,
    number: invoice.number,
    status: INVOICE_STATUS[status] ?? "void",
    total: invoice.total,
    currency: invoice.currency,
    createdAt: invoice.created * 1000,
    url: invoice.hosted_invoice_url ?? null,
  };
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
