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
  /** The encrypted secret. It is not hashed, because checking a code needs the secret itself. */
  sealed: text("sealed").notNull(),
  /** The 30-second step of the last accepted code. Codes of earlier steps are refused, so no code works twice. */
  lastStep: integer("last_step", { mode: "number" }).notNull().default(0),
  /** When the user confirmed the app with a first code; null before. */
  confirmedAt: moment("confirmed_at"),
  createdAt: moment("created_at").notNull(),
});

/** Recovery codes, each of which replaces a lost second factor once. A used code is deleted. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: text("id").primaryKey(),
    userId: owner(),
    /** The SHA-256 hash of the code. A fast hash is enough, because a code has 80 random bits. */
    codeHash: text("code_hash").notNull().unique(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("recovery_codes_user").on(table.userId)],
);

/** Sign-ins for which the user has passed the first factor but not yet the second. */
export const signInChallenges = sqliteTable(
  "sign_in_challenges",
  {
    id: text("id").primaryKey(),
    userId: owner(),
    /** The SHA-256 hash of the token in the browser's cookie. */
    tokenHash: text("token_hash").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("sign_in_challenges_user").on(table.userId)],
);
