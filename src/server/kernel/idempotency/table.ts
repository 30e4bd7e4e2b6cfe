import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Responses of mutations with an `Idempotency-Key`, stored for a day. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actorId: text("actor_id").notNull(),
    /** The method and path of an HTTP request, or the name of the procedure. */
    operation: text("operation").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** Encrypted, because the response can contain a secret that is shown only once. */
    response: text("response").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorId, table.operation, table.key] }),
    index("idempotency_keys_expires").on(table.expiresAt),
  ],
);
