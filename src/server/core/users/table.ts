import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Users. A row is created once the address is verified, here or at GitHub. */
export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  /** Normalized by `emailField`, and unique in that form. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash"),
  avatarUrl: text("avatar_url"),
  /** The organization that the next visit opens. Requests name their organization themselves. */
  activeOrgId: text("active_org_id"),
  suspendedAt: moment("suspended_at"),
  /** When a mailed link or an authoritative provider verified the address; null while only GitHub has verified it. */
  emailVerifiedAt: moment("email_verified_at"),
  createdAt: moment("created_at").notNull(),
  /** When the user joined an organization for the first time. A trigger sets it; nothing clears it. */
  firstJoinedAt: moment("first_joined_at"),
});

/** Password reset links; at most one for each user. */
export const passwordResets = sqliteTable(
  "password_resets",
  {
    id: text("id").primaryKey(),
    /** Null for an unknown address: a row is stored for every address, so that the response time is the same. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("password_resets_user").on(table.userId)],
);
