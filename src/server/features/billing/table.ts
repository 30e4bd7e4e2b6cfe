import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Interval, PaidPlan } from "#shared/plans";
import type { SubscriptionStatus } from "#server/core/billing/provider";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/** What an organization is at its billing provider: at most one customer, with the subscription as last read there. */
export const subscriptions = tenantTable(
  "subscriptions",
  {
    provider: text("provider").$type<"fake" | "stripe">().notNull(),
    customerId: text("customer_id").notNull(),
    /** Null until something was subscribed to; with it the next five. */
    subscriptionId: text("subscription_id"),
    plan: text("plan").$type<PaidPlan>(),
    interval: text("interval").$type<Interval>(),
    seats: integer("seats", { mode: "number" }),
    status: text("status").$type<SubscriptionStatus>(),
    periodEndsAt: moment("period_ends_at"),
    trialEndsAt: moment("trial_ends_at"),
    cancelsAtPeriodEnd: integer("cancels_at_period_end", { mode: "boolean" })
      .notNull()
      .default(false),
    pastDueSince: moment("past_due_since"),
    /** A trial is given once. */
    trialUsedAt: moment("trial_used_at"),
    /** Grows with every state that is stored: what was read before another was stored is read again. */
    version: integer("version", { mode: "number" }).notNull().default(0),
    /** When the provider was asked last. */
    syncedAt: moment("synced_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("subscriptions_org").on(table.orgId),
    uniqueIndex("subscriptions_customer").on(table.provider, table.customerId),
    index("subscriptions_synced").on(table.syncedAt),
  ],
);

/** What the provider has told and was dealt with: the same event has no second effect. */
export const billingEvents = sqliteTable(
  "billing_events",
  {
    provider: text("provider").notNull(),
    id: text("id").notNull(),
    type: text("type").notNull(),
    receivedAt: moment("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.id] }),
    index("billing_events_received").on(table.receivedAt),
  ],
);

/** The provider from which the plans and limits of organizations come: one row, which the operator's decision changes. */
export const billingAdoption = sqliteTable(
  "billing_adoption",
  {
    id: integer("id", { mode: "number" }).primaryKey(),
    provider: text("provider").$type<"off" | "fake" | "stripe">().notNull(),
    adoptedAt: moment("adopted_at").notNull(),
  },
  (table) => [check("billing_adoption_one", sql`${table.id} = 1`)],
);
