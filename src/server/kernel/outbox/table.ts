import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { Failure } from "./failure";

/** What has to leave the program after a commit: at least once, in order per subject. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    /** Which handler takes it, such as `mail`. */
    topic: text("topic").notNull(),
    /** Rows of one subject leave in the order they were written; rows of different subjects never wait for each other. */
    subject: text("subject").notNull(),
    /** Sealed, because it may carry a token. Erased once delivered, and on failure if it expires. */
    payload: text("payload"),
    attempts: integer("attempts", { mode: "number" }).notNull().default(0),
    dueAt: moment("due_at").notNull(),
    /** After this moment it is not delivered any more. Null: no end of its own. */
    expiresAt: moment("expires_at"),
    leasedUntil: moment("leased_until"),
    doneAt: moment("done_at"),
    /** A message with this moment is a dead letter: it is not tried any more, and `failure` says why. */
    failedAt: moment("failed_at"),
    failure: text("failure").$type<Failure>(),
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
    index("outbox_failed")
      .on(table.failedAt)
      .where(sql`failed_at is not null`),
  ],
);
