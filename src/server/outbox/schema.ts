import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "../db/columns";

/** What has to leave the program after a commit: at least once, in order per subject. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    /** Which handler takes it, such as `mail`. */
    topic: text("topic").notNull(),
    /** Rows of one subject (a mail address) leave in the order they were written. */
    subject: text("subject").notNull(),
    /** Sealed, because it may carry a token; erased once delivered. */
    payload: text("payload"),
    attempts: integer("attempts", { mode: "number" }).notNull().default(0),
    dueAt: moment("due_at").notNull(),
    leasedUntil: moment("leased_until"),
    doneAt: moment("done_at"),
    failedAt: moment("failed_at"),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("outbox_due")
      .on(table.dueAt)
      .where(sql`done_at is null and failed_at is null`),
    index("outbox_subject")
      .on(table.subject, table.id)
      .where(sql`done_at is null and failed_at is null`),
  ],
);
