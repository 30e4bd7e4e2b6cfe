import {
  type Interval,
  type PaidPlan,
  type Plan,
  PLANS,
} from "../../../../../shared/plans.ts";
import type { RouterOutputs } from "../../../../../sdk/index.ts";

/** What an organization has, bought and uses. */
export type Billing = RouterOutputs["billing"]["get"];
export type Bought = RouterOutputs["billing"]["refresh"];
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

/** How many seats a plan is offered with: those there are, or one for everybody who is there or invited. */
export function proposedSeats(billing: Billing, plan: Plan): number {
  const { used, invited } = billing.usage.seats;
  const wanted = running(billing)?.seats ?? Math.max(1, used + invited);
  return Math.min(wanted, PLANS[plan].seats);
}

export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}

/** What a year costs less than twelve months, as a share of these. */
export function yearlySaving({ month, year }: Record<Interval, number>) {
  return 1 - year / (12 * month);
}
