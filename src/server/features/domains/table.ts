import { sql } from "drizzle-orm";
import { index, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/** Email domains of organizations. A verified domain belongs to one organization. */
export const domains = tenantTable(
  "domains",
  { leftOut: "each installation verifies them itself" },
  {
    domain: text("domain").notNull(),
    /** The unique part of the TXT record's value. It is not secret, because the record is public. */
    challenge: text("challenge").notNull(),
    verifiedAt: moment("verified_at"),
    /** When the DNS record was last found; the verification ends a week later. */
    checkedAt: moment("checked_at"),
    /**
     * The role that people with an email address at the domain get when they join; null when they cannot join by the
     * domain.
     */
    role: text("role"),
    createdBy: text("created_by").references(() => users.id, {
      onDelete: "set null",
    }),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("domains_org_domain").on(table.orgId, table.domain),
    uniqueIndex("domains_verified")
      .on(table.domain)
      .where(sql`verified_at is not null`),
    index("domains_created_by").on(table.createdBy),
  ],
);
