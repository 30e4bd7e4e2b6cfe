import { GRACE_DAYS, type Plan } from "#shared/plans";
import type { SubscriptionStatus } from "#server/core/billing/provider";
import { type Limits, limitsOf } from "./plan-limits";
import type { subscriptions } from "./table";

export type Subscription = typeof subscriptions.$inferSelect;

const GRACE_MS = GRACE_DAYS * 24 * 60 * 60 * 1000;

/** Returns the end of the grace period after a failed payment, or null when no payment is past due. */
export function graceEndsAt({
  status,
  pastDueSince,
}: Pick<Subscription, "status" | "pastDueSince">): number | null {
  return status === "past_due" && pastDueSince !== null
    ? pastDueSince + GRACE_MS
    : null;
}

/**
 * Returns the plan and the limits that a subscription gives at `now`.
 * @param now milliseconds since 1970 UTC
 */
export function entitlementOf(
  subscription: Subscription,
  now: number,
): { plan: Plan } & Limits {
  const { plan, seats } = subscription;
  if (plan === null || seats === null || !isEntitled(subscription, now))
    return { plan: "free", ...limitsOf("free") };
  return { plan, ...limitsOf(plan, seats) };
}

function isEntitled(subscription: Subscription, now: number): boolean {
  const { status } = subscription;
  if (status === "active" || status === "trialing") return true;
  const until = graceEndsAt(subscription);
  return until !== null && now < until;
}

/** Whether the subscription has started and not ended, paid or not. */
export function isLive({
  status,
}: {
  status: SubscriptionStatus | null;
}): boolean {
  return status !== null && status !== "cancelled";
}
