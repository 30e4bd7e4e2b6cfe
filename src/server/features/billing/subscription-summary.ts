import type { Plan } from "#shared/plans";
import { iso } from "#server/kernel/inputs";
import { graceEndsAt, type Subscription } from "./entitlement";
import type { SubscriptionSummary } from "./schemas";

export function summaryOf(
  plan: Plan,
  row: Subscription | undefined,
): SubscriptionSummary {
  return { plan, subscription: row ? subscriptionOf(row) : null };
}

/** Returns null for a customer that never subscribed. */
function subscriptionOf(
  row: Subscription,
): SubscriptionSummary["subscription"] {
  const { plan, interval, seats, status, cancelsAtPeriodEnd } = row;
  if (plan === null || interval === null || seats === null || status === null)
    return null;
  return {
    plan,
    interval,
    seats,
    status,
    cancelsAtPeriodEnd,
    trialEndsAt: isoOrNull(row.trialEndsAt),
    periodEndsAt: isoOrNull(row.periodEndsAt),
    graceEndsAt: isoOrNull(graceEndsAt(row)),
  };
}

/** Whether the organization has neither tried nor bought a plan yet. */
export function canTry(row: Subscription | undefined): boolean {
  return !row || (row.trialUsedAt === null && row.subscriptionId === null);
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : iso(moment);
}
