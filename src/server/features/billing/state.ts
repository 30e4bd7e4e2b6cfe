import { and, eq } from "drizzle-orm";
import type { Plan } from "#shared/plans";
import {
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import type { SubscriptionState } from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { conflictRetry } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";
import { entitlementOf, type Subscription } from "./entitlement";
import type { Limits } from "./plan-limits";
import type { SubscriptionSummary } from "./schemas";
import { summaryOf } from "./subscription-summary";
import { subscriptions } from "./table";

type Organization = typeof organizations.$inferSelect;

/** Stores the state of the subscription that was read at the payment provider, if it changes anything. */
export async function applyProviderState(
  db: TenantDb,
  row: Subscription,
  state: SubscriptionState | undefined,
): Promise<SubscriptionSummary> {
  const organization = await db.readRoot(organizations);
  if (!hasChanges(row, organization, state, db.now))
    return summaryOf(organization.plan, row);
  const after = storeState(db, row, organization, state);
  const { plan } = entitlementIfSubscribed(after, db.now) ?? organization;
  return summaryOf(plan, after);
}

/**
 * Adds the state of the subscription, and the plan and limits that follow from it, to the batch. If another call has
 * stored a state since `before` was read, this state may be older, so the call runs again.
 */
export function storeState(
  db: TenantDb,
  before: Subscription,
  organization: Organization,
  state: SubscriptionState | undefined,
): Subscription {
  const asRead = and(
    eq(subscriptions.id, before.id),
    eq(subscriptions.version, before.version),
  );
  db.guardExists(subscriptions, asRead, conflictRetry);
  const version = before.version + 1;
  const changes = { ...columnsOf(state), version, syncedAt: db.now };
  const after = db.update(subscriptions, before, changes, conflictRetry);
  const entitlement = entitlementIfSubscribed(after, db.now);
  if (entitlement && differs(organization, entitlement)) {
    const days = planRetentionDays(entitlement.plan, true);
    const period = scheduleRetention(days, organization, db.now);
    const limits = { ...entitlement, ...period };
    db.updateRoot(organizations, organization, limits, conflictRetry);
  }
  return after;
}

/** Whether storing the state would change any value other than `syncedAt`. */
export function hasChanges(
  before: Subscription,
  organization: Organization,
  state: SubscriptionState | undefined,
  now: number,
): boolean {
  const after = { ...before, ...columnsOf(state) };
  return (
    differs(before, columnsOf(state)) ||
    differs(organization, entitlementIfSubscribed(after, now) ?? {})
  );
}

/** Returns undefined for a customer that never subscribed, because the organization then keeps its plan and limits. */
function entitlementIfSubscribed(
  subscription: Subscription,
  now: number,
): ({ plan: Plan } & Limits) | undefined {
  return subscription.subscriptionId === null
    ? undefined
    : entitlementOf(subscription, now);
}

function columnsOf(state: SubscriptionState | undefined) {
  if (!state) return {};
  const { id: subscriptionId, ...rest } = state;
  return { subscriptionId, ...rest };
}

function differs<T extends object>(before: T, wanted: Partial<T>): boolean {
  return Object.entries(wanted).some(
    ([key, value]) => before[key as keyof T] !== value,
  );
}
