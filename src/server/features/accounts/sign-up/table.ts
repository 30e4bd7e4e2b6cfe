import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";

/** Sign-ups with an unverified address. Rows with the same address have different tokens, passwords and browsers. */
export const signUps = sqliteTable(
  "sign_ups",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null for a sign-up through a provider, where `provider`, `issuer` and `subject` identify the account. */
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
 * Browsers that opened a verification link of a sign-up in another browser, and may create the account of the address.
 * A row copies the sign-up, which may expire first; a trigger deletes the rows of an address when it gets an account.
 */
export const emailVerifications = sqliteTable(
  "email_verifications",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the value of the browser's cookie. */
    browserHash: text("browser_hash").notNull().unique(),
    /** SHA-256 of the token in the link that the browser opened. */
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
