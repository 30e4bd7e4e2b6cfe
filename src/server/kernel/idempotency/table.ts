import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Answers of mutations that carried an `Idempotency-Key`, kept for a day. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actorId: text("actor_id").notNull(),
    /** Method and path, or the procedure's name. */
    operation: text("operation").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** Sealed: it may hold a secret that is shown once. */
    response: text("response").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorId, table.operation, table.key] }),
    index("idempotency_keys_expires").on(table.expiresAt),
  ],
);
