import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { Failure } from "./failure";

/**
 * Messages to other systems, such as mails. After the commit each message is delivered at least once; messages of one
 * subject are delivered in order.
 */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    /** The name of the handler that delivers the message, such as `mail`. */
    topic: text("topic").notNull(),
    /** Messages of one subject are delivered in order. Messages of different subjects never wait for each other. */
    subject: text("subject").notNull(),
    /**
     * Encrypted, because the payload may contain a token. It is erased after delivery, and when a message with an
     * expiry is given up.
     */
    payload: text("payload"),
    attempts: integer("attempts", { mode: "number" }).notNull().default(0),
    dueAt: moment("due_at").notNull(),
    /** The message is not delivered after this moment; null for no limit. */
    expiresAt: moment("expires_at"),
    leasedUntil: moment("leased_until"),
    doneAt: moment("done_at"),
    /** The moment when the message was given up and became a dead letter. `failure` is the reason. */
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
