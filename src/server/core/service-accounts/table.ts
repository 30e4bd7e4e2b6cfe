import { index, text } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/**
 * Accounts for programs. A service account has a role like a member, but takes no seat and does not depend on a person:
 * its API keys keep working when members leave.
 */
export const serviceAccounts = tenantTable(
  "service_accounts",
  "exported",
  {
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** The name of a built-in role, or the id of a custom role. */
    role: text("role").notNull(),
    /**
     * The member who is responsible for the account; null after this member left, until an admin names another one.
     * A trigger sets it to null.
     */
    stewardId: text("steward_id").references(() => users.id, {
      onDelete: "set null",
    }),
    /** When the admins were notified that the account has no steward. */
    stewardNoticeSentAt: moment("steward_notice_sent_at"),
    /** When the account was suspended; null while its keys work. */
    suspendedAt: moment("suspended_at"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    index("service_accounts_role").on(table.orgId, table.role),
    index("service_accounts_steward").on(table.stewardId),
  ],
);
