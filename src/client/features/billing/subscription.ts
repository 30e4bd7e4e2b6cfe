import {
  type Interval,
  type PaidPlan,
  PLANS,
  trialSeats,
} from "#shared/plans.ts";
import type { RouterOutputs } from "#sdk/index.ts";

/** What an organization has, bought and uses. */
export type Billing = RouterOutputs["billing"]["get"];
export type SubscriptionSummary = RouterOutputs["billing"]["refresh"];
export type Subscription = NonNullable<Billing["subscription"]>;
export type Preview = RouterOutputs["billing"]["preview"];
export type Invoice = RouterOutputs["billing"]["invoices"]["items"][number];

/** Something to buy. */
export interface Purchase {
  plan: PaidPlan;
  interval: Interval;
  seats: number;
}

/** The subscription that goes on, if there is one: it is changed; in its absence one is bought. */
export function running({
  subscription,
}: Pick<Billing, "subscription">): Subscription | undefined {
  return subscription && subscription.status !== "cancelled"
    ? subscription
    : undefined;
}

/** Whether the last payment failed, whatever that has cost so far. */
export function owes({ subscription }: Pick<Billing, "subscription">): boolean {
  return (
    subscription?.status === "past_due" || subscription?.status === "unpaid"
  );
}

/** The trial that runs, if there is one. It has no card: it ends by itself, and nothing is paid for it. */
export function trial(
  billing: Pick<Billing, "subscription">,
): Subscription | undefined {
  const subscription = running(billing);
  return subscription?.status === "trialing" ? subscription : undefined;
}

/**
 * How many seats a plan is offered with: those that were bought, or one for each member and invited person. A trial is
 * offered with as many as it gives, and bought with as many as are needed: each of those is paid for.
 */
export function proposedSeats(billing: Billing, plan: PaidPlan): number {
  const { used, invited } = billing.usage.seats;
  const people = Math.max(1, used + invited);
  if (billing.canTry) return trialSeats(plan, people);
  const bought = trial(billing) ? undefined : running(billing);
  return Math.min(bought?.seats ?? people, PLANS[plan].seats);
}

export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}

/** What a year costs less than twelve months, as a share of these. */
export function yearlySaving({ month, year }: Record<Interval, number>) {
  return 1 - year / (12 * month);
}
