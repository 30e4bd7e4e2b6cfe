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

/** An organization's customer at the payment provider, and the subscription as it was last read there. */
export const subscriptions = tenantTable(
  "subscriptions",
  {
    leftOut:
      "they belong to the account of this installation at the payment provider",
  },
  {
    provider: text("provider").$type<"fake" | "stripe">().notNull(),
    customerId: text("customer_id").notNull(),
    /** This column and the next five columns are null until the customer subscribes for the first time. */
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
    /** When the organization started its trial. Each organization has only one trial. */
    trialUsedAt: moment("trial_used_at"),
    /** Grows with every stored state, so that an older read does not overwrite a newer one. */
    version: integer("version", { mode: "number" }).notNull().default(0),
    /** When the subscription was last read at the payment provider. */
    syncedAt: moment("synced_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("subscriptions_org").on(table.orgId),
    uniqueIndex("subscriptions_customer").on(table.provider, table.customerId),
    index("subscriptions_synced").on(table.syncedAt),
  ],
);

/** Webhook events that were received. A second delivery of the same event has no effect. */
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

/**
 * The payment provider from which the stored plans and limits come. The table has one row, which the command `billing
 * adopt` changes.
 */
export const billingAdoption = sqliteTable(
  "billing_adoption",
  {
    id: integer("id", { mode: "number" }).primaryKey(),
    provider: text("provider").$type<"off" | "fake" | "stripe">().notNull(),
    adoptedAt: moment("adopted_at").notNull(),
  },
  (table) => [check("billing_adoption_one", sql`${table.id} = 1`)],
);
