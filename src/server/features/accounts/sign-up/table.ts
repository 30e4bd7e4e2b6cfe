import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Sign-ups whose address is not verified yet. Each row has its own token, password and browser. */
export const signUps = sqliteTable(
  "sign_ups",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null for a sign-up through a provider: then `provider`, `issuer` and `subject` name the account there. */
    passwordHash: text("password_hash"),
    provider: text("provider"),
    issuer: text("issuer"),
    subject: text("subject"),
    tokenHash: text("token_hash").notNull().unique(),
    browserHash: text("browser_hash").notNull(),
    /** The user agent of the sign-up, shown in the mail. */
    userAgent: text("user_agent"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("sign_ups_email").on(table.email)],
);

/**
 * Browsers that opened a verification link that another browser had asked for. Each may create the account of that
 * address. A row copies the sign-up, which may expire first. A trigger deletes the rows once the account exists.
 */
export const emailVerifications = sqliteTable(
  "email_verifications",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the cookie. */
    browserHash: text("browser_hash").notNull().unique(),
    /** SHA-256 of the token in the opened link. */
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null for a sign-up through a provider. */
    passwordHash: text("password_hash"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("email_verifications_email").on(table.email)],
);
