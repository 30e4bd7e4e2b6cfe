import {
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { AccountRecord } from "./account";

/**
 * The customers of the demo payment service. Only the demo reads this table, because it replaces the storage at Stripe.
 */
export const demoCustomers = sqliteTable(
  "demo_customers",
  {
    id: text("id").primaryKey(),
    /** The idempotency key of the request that created the customer. */
    key: text("key").notNull(),
    /** Grows with every change, so that concurrent changes do not overwrite each other. */
    version: integer("version", { mode: "number" }).notNull().default(0),
    account: text("account", { mode: "json" }).$type<AccountRecord>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [uniqueIndex("demo_customers_key").on(table.key)],
);
