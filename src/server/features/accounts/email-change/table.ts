import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment } from "#server/kernel/db/columns";

/** New or unverified current addresses that a mailed link can verify. Each user has at most one. */
export const emailChanges = sqliteTable(
  "email_changes",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("email_changes_user").on(table.userId)],
);
