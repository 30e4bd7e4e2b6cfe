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

/** An organization's customer at the billing provider, with the subscription as last read there. */
export const subscriptions = tenantTable(
  "subscriptions",
  {
    provider: text("provider").$type<"fake" | "stripe">().notNull(),
    customerId: text("customer_id").notNull(),
    /** Null until the first subscription, as are the next five columns. */
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
    /** Each organization has one trial. */
    trialUsedAt: moment("trial_used_at"),
    /** Grows with every stored state, so that an older read does not overwrite a newer one. */
    version: integer("version", { mode: "number" }).notNull().default(0),
    /** When the provider was read last. */
    syncedAt: moment("synced_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("subscriptions_org").on(table.orgId),
    uniqueIndex("subscriptions_customer").on(table.provider, table.customerId),
    index("subscriptions_synced").on(table.syncedAt),
  ],
);

/** Received webhook events, so that redeliveries have no effect. */
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

/** The provider that the stored plans and limits come from: one row, changed by `billing adopt`. */
export const billingAdoption = sqliteTable(
  "billing_adoption",
  {
    id: integer("id", { mode: "number" }).primaryKey(),
    provider: text("provider").$type<"off" | "fake" | "stripe">().notNull(),
    adoptedAt: moment("adopted_at").notNull(),
  },
  (table) => [check("billing_adoption_one", sql`${table.id} = 1`)],
);
