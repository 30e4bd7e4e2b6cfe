import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "./table";

const owner = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Secrets of authenticator apps (TOTP); at most one for each user. */
export const totpSecrets = sqliteTable("totp_secrets", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Encrypted and not hashed: checking a code needs the secret. */
  sealed: text("sealed").notNull(),
  /** The 30-second step of the last accepted code: no code works twice. */
  lastStep: integer("last_step", { mode: "number" }).notNull().default(0),
  /** Null until the user enters a first code from the app. */
  confirmedAt: moment("confirmed_at"),
  createdAt: moment("created_at").notNull(),
});

/** Codes that replace a lost second factor. A used code is deleted. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: text("id").primaryKey(),
    userId: owner(),
    /** SHA-256: a code has 80 random bits. */
    codeHash: text("code_hash").notNull().unique(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("recovery_codes_user").on(table.userId)],
);

/** Sign-ins that have passed the first factor and wait for the second. */
export const signInChallenges = sqliteTable(
  "sign_in_challenges",
  {
    id: text("id").primaryKey(),
    userId: owner(),
    /** SHA-256 of the token in the browser's cookie. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("sign_in_challenges_user").on(table.userId)],
);
