import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment } from "#server/kernel/db/columns";

/** Profile pictures, encoded by the server. A new picture gets a new id, so browsers can cache it for ever. */
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
