import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "./table";

/** The public keys of passkeys. The private keys never reach the server. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The id that the authenticator chose, in base64url. */
    credentialId: text("credential_id").notNull().unique(),
    /** The public key in the COSE format, in base64url. */
    publicKey: text("public_key").notNull(),
    /**
     * The number of uses that the authenticator reports; some authenticators always report 0. A lower value than the
     * stored one means that the passkey was copied.
     */
    counter: integer("counter", { mode: "number" }).notNull(),
    /** The ways in which a browser can reach the authenticator: `internal`, `usb`, `hybrid` … */
    transports: text("transports", { mode: "json" })
      .$type<string[]>()
      .notNull(),
    /** Whether a password manager syncs the passkey between devices. */
    isSynced: integer("is_synced", { mode: "boolean" }).notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);

/** Used WebAuthn challenges. They are stored so that each challenge works only once. */
export const passkeyChallenges = sqliteTable(
  "passkey_challenges",
  {
    /** The SHA-256 hash of the challenge. */
    challengeHash: text("challenge_hash").primaryKey(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [index("passkey_challenges_user").on(table.userId)],
);
