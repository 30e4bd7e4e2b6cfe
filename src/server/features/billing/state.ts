import { and, eq } from "drizzle-orm";
import { GRACE_DAYS, type Plan } from "#shared/plans";
import {
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import { type Limits, limitsOf } from "./plan-limits";
import type { SubscriptionState } from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";
import { subscriptions } from "./table";

export type Subscription = typeof subscriptions.$inferSelect;
type Organization = typeof organizations.$inferSelect;

const GRACE_MS = GRACE_DAYS * 24 * 60 * 60 * 1000;

/** Until when a plan holds although a payment has failed; null where none has. */
export function graceEndsAt({
  status,
  pastDueSince,
}: Pick<Subscription, "status" | "pastDueSince">): number | null {
  return status === "past_due" && pastDueSince !== null
    ? pastDueSince + GRACE_MS
    : null;
}

/** Whether what was bought is to be had. */
function isEntitled(subscription: Subscription, now: number): boolean {
  const { status } = subscription;
  if (status === "active" || status === "trialing") return true;
  const until = graceEndsAt(subscription);
  return until !== null && now < until;
}

/** What the organization has, by its subscription, at a moment in milliseconds since 1970 UTC. */
export function entitlementOf(
  subscription: Subscription,
  now: number,
): { plan: Plan } & Limits {
  const { plan, seats } = subscription;
  if (plan === null || seats === null || !isEntitled(subscription, now))
    return { plan: "free", ...limitsOf("free") };
  return { plan, ...limitsOf(plan, seats) };
}

/** Whether it goes on, however it is paid. */
export function isLive({
  status,
}: Pick<Subscription, "status"> | SubscriptionState): boolean {
  return status !== null && status !== "cancelled";
}

/**
 * Adds the state to the mutation, with the plan and the limits that follow from it. It was read at the provider after
 * `before` was read here: where another one was stored in between, this one may be the older, and is read again.
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
  db.guardExists(subscriptions, asRead, overtaken);
  const version = before.version + 1;
  const changes = { ...columnsOf(state), version, syncedAt: db.now };
  const after = db.update(subscriptions, before, changes, overtaken);
  const due = dueTo(after, db.now);
  if (due && differs(organization, due)) {
    const days = planRetentionDays(due.plan, true);
    const period = scheduleRetention(days, organization, db.now);
    const limits = { ...due, ...period };
    db.updateRoot(organizations, organization, limits, overtaken);
  }
  return after;
}

/** Whether storing the state would change anything but when it was read. */
export function hasChanges(
  before: Subscription,
  organization: Organization,
  state: SubscriptionState | undefined,
  now: number,
): boolean {
  const after = { ...before, ...columnsOf(state) };
  return (
    differs(before, columnsOf(state)) ||
    differs(organization, dueTo(after, now) ?? {})
  );
}

/** What the subscription makes of the organization. A customer who never had one leaves it as it is. */
export function dueTo(
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

export function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
