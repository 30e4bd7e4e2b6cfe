import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "#server/core/users/table";

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The SHA-256 hash of the secret that the cookie contains. */
    secretHash: text("secret_hash").notNull(),
    /** When the session expires without use. Using the session moves this time forward. */
    idleExpiresAt: moment("idle_expires_at").notNull(),
    /** When the session expires even if it is in use. This time never moves. */
    absoluteExpiresAt: moment("absolute_expires_at").notNull(),
    /** When the user last signed in or reauthenticated. */
    authenticatedAt: moment("authenticated_at").notNull(),
    userAgent: text("user_agent"),
    /** The IP address from which the session was last used. */
    address: text("address"),
    createdAt: moment("created_at").notNull(),
    /** When the session was last used, accurate to five minutes: a write on every request would be too slow. */
    lastSeenAt: moment("last_seen_at").notNull().default(0),
  },
  (table) => [index("sessions_user").on(table.userId)],
);
