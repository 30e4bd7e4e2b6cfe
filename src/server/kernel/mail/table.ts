import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/**
 * Mails that development and test have captured instead of sending them. They are encrypted, because they contain
 * tokens.
 */
export const capturedMails = sqliteTable("captured_mails", {
  id: text("id").primaryKey(),
  sealed: text("sealed").notNull(),
  createdAt: moment("created_at").notNull(),
});
