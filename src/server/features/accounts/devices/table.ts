import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "#server/core/users/table";

/** Browsers that a user has signed in with. A row outlives the session, until the user sets a new password. */
export const knownDevices = sqliteTable(
  "known_devices",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the token in the browser's cookie. */
    tokenHash: text("token_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at").notNull(),
  },
  (table) => [
    uniqueIndex("known_devices_user_token").on(table.userId, table.tokenHash),
    index("known_devices_used").on(table.lastUsedAt),
  ],
);
