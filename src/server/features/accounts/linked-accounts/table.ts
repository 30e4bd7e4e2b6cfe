import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import { users } from "#server/core/users/table";

/** Accounts at a provider that sign a user in here: known by issuer and subject, never by address. */
export const identities = sqliteTable(
  "identities",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `github`, `google` or `oidc`. */
    provider: text("provider").notNull(),
    /** Whose subject it is. Null only for rows from before this column, until their provider is configured at a start. */
    issuer: text("issuer"),
    /** The provider's own, unchanging id of the account. */
    subject: text("subject").notNull(),
    /** How the person recognizes it: an address or a user name. */
    label: text("label").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    uniqueIndex("identities_issuer_subject").on(table.issuer, table.subject),
    index("identities_user").on(table.userId),
  ],
);
