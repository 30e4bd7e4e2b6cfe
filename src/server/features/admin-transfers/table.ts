import { sql } from "drizzle-orm";
import { index, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export type TransferStatus = "pending" | "accepted" | "declined" | "cancelled";

/** Admin transfers: an admin offers their role to another member. An organization has at most one pending transfer. */
export const adminTransfers = tenantTable(
  "admin_transfers",
  { leftOut: "an offer is only open for a week" },
  {
    fromUserId: text("from_user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    toUserId: text("to_user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The role of the sender after the transfer. */
    roleAfter: text("role_after").notNull(),
    status: text("status").$type<TransferStatus>().notNull().default("pending"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("admin_transfers_pending")
      .on(table.orgId)
      .where(sql`status = 'pending'`),
    index("admin_transfers_from").on(table.fromUserId),
    index("admin_transfers_to").on(table.toUserId),
  ],
);
