import {
  type Interval,
  type PaidPlan,
  PLANS,
  trialSeats,
} from "#shared/plans.ts";
import type { RouterOutputs } from "#sdk/index.ts";

export type Billing = RouterOutputs["billing"]["get"];
export type SubscriptionSummary = RouterOutputs["billing"]["refresh"];
export type Subscription = NonNullable<Billing["subscription"]>;
export type Preview = RouterOutputs["billing"]["preview"];
export type Invoice = RouterOutputs["billing"]["invoices"]["items"][number];

export interface Purchase {
  plan: PaidPlan;
  interval: Interval;
  seats: number;
}

/**
 * Returns the organization's subscription; undefined if there is none or it was cancelled. Without a subscription, a
 * plan change is a new purchase.
 */
export function currentSubscription({
  subscription,
}: Pick<Billing, "subscription">): Subscription | undefined {
  return subscription && subscription.status !== "cancelled"
    ? subscription
    : undefined;
}

/** Whether the last payment failed. This is true during the grace period and after it. */
export function isPaymentOverdue({
  subscription,
}: Pick<Billing, "subscription">): boolean {
  return (
    subscription?.status === "past_due" || subscription?.status === "unpaid"
  );
}

/** Returns the running trial. A trial has no payment method and ends without a charge. */
export function currentTrial(
  billing: Pick<Billing, "subscription">,
): Subscription | undefined {
  const subscription = currentSubscription(billing);
  return subscription?.status === "trialing" ? subscription : undefined;
}

/**
 * Returns the number of seats that the form proposes: the purchased seats, or one per member and pending invitation. A
 * new trial gets at least the seats of the free plan, because trial seats are free.
 */
export function proposedSeats(billing: Billing, plan: PaidPlan): number {
  const { used, invited } = billing.usage.seats;
  const people = Math.max(1, used + invited);
  if (billing.canTry) return trialSeats(plan, people);
  const paid = currentTrial(billing) ? undefined : currentSubscription(billing);
  return Math.min(paid?.seats ?? people, PLANS[plan].seats);
}

export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}

/** Returns how much yearly billing saves compared with twelve monthly payments, as a fraction of 1. */
export function yearlySaving({ month, year }: Record<Interval, number>) {
  return 1 - year / (12 * month);
}
