import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "./table";

const owner = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** What an authenticator app and the program both know; at most one per person. */
export const totpSecrets = sqliteTable("totp_secrets", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Sealed: it must be read again to check a code. */
  sealed: text("sealed").notNull(),
  /** The 30-second step of the last code that was taken: no code works twice. */
  lastStep: integer("last_step", { mode: "number" }).notNull().default(0),
  /** Null until the person has shown that their app knows it. */
  confirmedAt: moment("confirmed_at"),
  createdAt: moment("created_at").notNull(),
});

/** The ways in for whoever lost their second factor. A used one is deleted. */
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

/** Sign-ins whose first factor was right, and that wait for the second. */
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
