import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Users. A row exists once its mailbox was proven, or GitHub said that it was proven there. */
export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  /** Normalized by `emailSchema`: unique on that form. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash"),
  avatarUrl: text("avatar_url"),
  /** Where the next visit starts; never what a request acts on. */
  activeOrgId: text("active_org_id"),
  suspendedAt: moment("suspended_at"),
  /** When a link or an authoritative provider proved the mailbox; null while only GitHub says that it was proven there. */
  emailVerifiedAt: moment("email_verified_at"),
  createdAt: moment("created_at").notNull(),
  /** When the user became a member of an organization for the first time, set by a trigger and never cleared. */
  firstJoinedAt: moment("first_joined_at"),
});

/** Links that let a person choose a new password; at most one of each person works. */
export const passwordResets = sqliteTable(
  "password_resets",
  {
    id: text("id").primaryKey(),
    /** Nobody's, when the address was unknown: the same is stored for every address. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("password_resets_user").on(table.userId)],
);
