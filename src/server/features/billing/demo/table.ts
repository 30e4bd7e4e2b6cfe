import {
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Interval, PaidPlan } from "#shared/plans";
import { moment } from "#server/kernel/db/columns";
import type { SubscriptionStatus } from "#server/core/billing/provider";

/** What the provider inside the program keeps. Nothing else reads these tables: they stand for somebody else's. */
export const fakeCustomers = sqliteTable(
  "fake_customers",
  {
    id: text("id").primaryKey(),
    /** What the customer was asked for with. */
    key: text("key").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    /** The last four digits of the card; null without one. */
    card: text("card"),
    /** Whether the card pays. */
    cardWorks: integer("card_works", { mode: "boolean" })
      .notNull()
      .default(false),
    /** How far the customer's clock was moved on, in milliseconds. */
    clockAhead: integer("clock_ahead", { mode: "number" }).notNull().default(0),
    /** Grows with every change of anything that is the customer's: two changes at once do not undo each other. */
    version: integer("version", { mode: "number" }).notNull().default(0),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [uniqueIndex("fake_customers_key").on(table.key)],
);

export const fakeSubscriptions = sqliteTable(
  "fake_subscriptions",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => fakeCustomers.id, { onDelete: "cascade" }),
    /** What it was asked for with; null where a checkout made it. */
    key: text("key"),
    plan: text("plan").$type<PaidPlan>().notNull(),
    interval: text("interval").$type<Interval>().notNull(),
    seats: integer("seats", { mode: "number" }).notNull(),
    status: text("status").$type<SubscriptionStatus>().notNull(),
    trialEndsAt: moment("trial_ends_at"),
    periodStartsAt: moment("period_starts_at").notNull(),
    periodEndsAt: moment("period_ends_at").notNull(),
    cancelsAtPeriodEnd: integer("cancels_at_period_end", { mode: "boolean" })
      .notNull()
      .default(false),
    pastDueSince: moment("past_due_since"),
    /** How often the payment that is owed was tried. */
    attempts: integer("attempts", { mode: "number" }).notNull().default(0),
    /** What a change of plan or seats owes, or is owed, with the next invoice. */
    carriedOver: integer("carried_over", { mode: "number" })
      .notNull()
      .default(0),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("fake_subscriptions_customer").on(table.customerId),
    uniqueIndex("fake_subscriptions_key").on(table.key),
  ],
);

export const fakeInvoices = sqliteTable(
  "fake_invoices",
  {
    id: text("id").primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => fakeCustomers.id, { onDelete: "cascade" }),
    subscriptionId: text("subscription_id").notNull(),
    number: text("number").notNull(),
    status: text("status").$type<"paid" | "open" | "void">().notNull(),
    total: integer("total", { mode: "number" }).notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("fake_invoices_customer").on(table.customerId),
    uniqueIndex("fake_invoices_number").on(table.number),
  ],
);

/** A visit to the checkout or the portal, found by the hash of the token in its address. */
export const fakeVisits = sqliteTable(
  "fake_visits",
  {
    tokenHash: text("token_hash").primaryKey(),
    kind: text("kind").$type<"checkout" | "portal">().notNull(),
    customerId: text("customer_id")
      .notNull()
      .references(() => fakeCustomers.id, { onDelete: "cascade" }),
    /** Of a checkout. */
    plan: text("plan").$type<PaidPlan>(),
    interval: text("interval").$type<Interval>(),
    seats: integer("seats", { mode: "number" }),
    returnUrl: text("return_url").notNull(),
    expiresAt: moment("expires_at").notNull(),
    doneAt: moment("done_at"),
  },
  (table) => [index("fake_visits_customer").on(table.customerId)],
);
