import {
  blob,
  index,
  integer,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "#server/core/users/table";

/** New addresses that are not confirmed yet; at most one of each person works. */
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

/** Pictures of people, encoded by the program itself. A new picture has a new id, so each may be cached for ever. */
export const avatars = sqliteTable("avatars", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: "cascade" }),
  /** A square WebP. */
  image: blob("image", { mode: "buffer" }).notNull(),
  size: integer("size", { mode: "number" }).notNull(),
  createdAt: moment("created_at").notNull(),
});
