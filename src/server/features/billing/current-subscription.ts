import type { SubscriptionStatus } from "#server/core/billing/provider";

/** If a customer has several subscriptions, the one with the lowest rank is the current subscription. */
const RANK: Record<SubscriptionStatus, number> = {
  active: 0,
  past_due: 1,
  trialing: 2,
  unpaid: 3,
  cancelled: 4,
};

interface Candidate {
  id: string;
  status: SubscriptionStatus;
  createdAt: number;
}

/**
 * Selects the current subscription of a customer: the paid one, or the oldest of several paid ones. If all
 * subscriptions are cancelled, it selects the newest.
 */
export function currentSubscription<S extends Candidate>(
  subscriptions: readonly S[],
): S | undefined {
  const [first] = subscriptions.toSorted(
    (a, b) => RANK[a.status] - RANK[b.status] || byAge(a, b),
  );
  return first;
}

function byAge(a: Candidate, b: Candidate): number {
  const older = a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
  return a.status === "cancelled" ? -older : older;
}
