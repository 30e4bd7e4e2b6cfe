import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Users. A row is created after the user's email address is verified, by a mailed link or by an identity provider. */
export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  /** The email address in the normalized form of `emailField`, in which it is unique. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash"),
  avatarUrl: text("avatar_url"),
  /** The organization that the web app opens at the next visit. API requests name their organization instead. */
  activeOrgId: text("active_org_id"),
  /** The language of the web app when the user last opened it, in which mails are written; null if unknown. */
  language: text("language"),
  suspendedAt: moment("suspended_at"),
  /**
   * When a mailed link, or a provider that manages the mailbox, verified the address. Null while only another provider
   * such as GitHub has verified it.
   */
  emailVerifiedAt: moment("email_verified_at"),
  createdAt: moment("created_at").notNull(),
  /** When the user first joined an organization. A trigger sets this time, and it never changes. */
  firstJoinedAt: moment("first_joined_at"),
});

/** Password reset links; at most one for each user. */
export const passwordResets = sqliteTable(
  "password_resets",
  {
    id: text("id").primaryKey(),
    /**
     * The user; null for an unknown address. A row is stored for unknown addresses too, so that the response time does
     * not differ.
     */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("password_resets_user").on(table.userId)],
);
