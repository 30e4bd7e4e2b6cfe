import { sql } from "drizzle-orm";
import {
  index,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment, orgColumn } from "#server/kernel/db/columns";
import { organizations } from "#server/core/organizations/table";

/** Email domains of organizations. A verified domain belongs to one organization. */
export const domains = sqliteTable(
  "domains",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    domain: text("domain").notNull(),
    /** The value of the TXT record. It is not secret. */
    challenge: text("challenge").notNull(),
    verifiedAt: moment("verified_at"),
    /** When the record was last found; the verification lapses a week later. */
    checkedAt: moment("checked_at"),
    /** The role that people with an email address at the domain join with; null when they cannot join by themselves. */
    role: text("role"),
    createdBy: text("created_by").references(() => users.id, {
      onDelete: "set null",
    }),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("domains_org_domain").on(table.orgId, table.domain),
    uniqueIndex("domains_verified")
      .on(table.domain)
      .where(sql`verified_at is not null`),
    index("domains_created_by").on(table.createdBy),
  ],
);
