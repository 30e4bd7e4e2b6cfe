import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment } from "#server/kernel/db/columns";

/** Accounts at a provider that sign a user in. Issuer and subject identify the account, never its address. */
export const identities = sqliteTable(
  "identities",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `github`, `google` or `oidc`. */
    provider: text("provider").notNull(),
    /** The issuer that assigned the subject. Null in rows from before this column, until the server starts again. */
    issuer: text("issuer"),
    /** The id of the account at the provider, which never changes. */
    subject: text("subject").notNull(),
    /** The email address or the user name of the account at the provider. */
    label: text("label").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    uniqueIndex("identities_issuer_subject").on(table.issuer, table.subject),
    index("identities_user").on(table.userId),
  ],
);
