import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment } from "#server/kernel/db/columns";

/** Linked accounts: accounts at a provider that sign a user in. Identified by issuer and subject, never by address. */
export const identities = sqliteTable(
  "identities",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `github`, `google` or `oidc`. */
    provider: text("provider").notNull(),
    /** The issuer that the subject belongs to. Null in rows older than this column, until the start command sets it. */
    issuer: text("issuer"),
    /** The permanent id of the account at the provider. */
    subject: text("subject").notNull(),
    /** An address or a user name at the provider. */
    label: text("label").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    uniqueIndex("identities_issuer_subject").on(table.issuer, table.subject),
    index("identities_user").on(table.userId),
  ],
);
