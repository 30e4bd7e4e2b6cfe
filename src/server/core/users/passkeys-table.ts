import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "./table";

/** Public keys that stand for a person; the private half never leaves their device. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What the person calls it. */
    name: text("name").notNull(),
    /** The authenticator's own id, base64url. */
    credentialId: text("credential_id").notNull().unique(),
    /** COSE key, base64url. */
    publicKey: text("public_key").notNull(),
    /** Rises with each use, or stays 0; one that falls was copied. */
    counter: integer("counter", { mode: "number" }).notNull(),
    /** How a browser may reach it: `internal`, `usb`, `hybrid` … */
    transports: text("transports", { mode: "json" })
      .$type<string[]>()
      .notNull(),
    /** Whether it is kept by a password manager on several devices. */
    isSynced: integer("is_synced", { mode: "boolean" }).notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);

/** What a browser was asked to sign, and has signed: each may be answered once. */
export const passkeyChallenges = sqliteTable(
  "passkey_challenges",
  {
    /** SHA-256 of the challenge. */
    challengeHash: text("challenge_hash").primaryKey(),
    /** Who answered it. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [index("passkey_challenges_user").on(table.userId)],
);
