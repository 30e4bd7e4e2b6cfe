import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Mail that was captured instead of sent (development); sealed, because it carries tokens. */
export const capturedMails = sqliteTable("captured_mails", {
  id: text("id").primaryKey(),
  sealed: text("sealed").notNull(),
  createdAt: moment("created_at").notNull(),
});
