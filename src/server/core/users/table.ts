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

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the secret half of the cookie. */
    secretHash: text("secret_hash").notNull(),
    /** Moves on with use (idle limit). */
    expiresAt: moment("expires_at").notNull(),
    /** Does not move (absolute limit). */
    endsAt: moment("ends_at").notNull(),
    /** When the person last proved who they are. */
    authenticatedAt: moment("authenticated_at").notNull(),
    userAgent: text("user_agent"),
    /** Where it was last used from. */
    address: text("address"),
    createdAt: moment("created_at").notNull(),
    /** Exact to a few minutes: not every request is worth a write. */
    lastSeenAt: moment("last_seen_at").notNull().default(0),
  },
  (table) => [index("sessions_user").on(table.userId)],
);

/** Sign-ups whose mailbox is not proven yet. Each has its own token, password and browser. */
export const signUps = sqliteTable(
  "sign_ups",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null for whoever signs up with an account elsewhere: then `provider` and `subject` name that. */
    passwordHash: text("password_hash"),
    provider: text("provider"),
    issuer: text("issuer"),
    subject: text("subject"),
    tokenHash: text("token_hash").notNull().unique(),
    browserHash: text("browser_hash").notNull(),
    /** As the browser that asked named itself: the mail says which one it was. */
    userAgent: text("user_agent"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("sign_ups_email").on(table.email)],
);

/**
 * Browsers in which a mailed sign-up link was opened that they had not asked for. Each may make the account of that
 * address. A row keeps what the opened attempt said, since the attempt itself may expire before the proof does. Rows of
 * an address are deleted by a trigger when its account exists.
 */
export const mailboxProofs = sqliteTable(
  "mailbox_proofs",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the cookie. */
    browserHash: text("browser_hash").notNull().unique(),
    /** Of the link that was opened. */
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null where the attempt began at a provider. */
    passwordHash: text("password_hash"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("mailbox_proofs_email").on(table.email)],
);

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
