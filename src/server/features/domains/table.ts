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

/** Mail domains of an organization. One that is proven, by a TXT record, belongs to no other organization. */
export const domains = sqliteTable(
  "domains",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    domain: text("domain").notNull(),
    /** What the TXT record has to say; no secret. */
    challenge: text("challenge").notNull(),
    verifiedAt: moment("verified_at"),
    /** When the record was last found: a proof is good for a week. */
    checkedAt: moment("checked_at"),
    /** What people with an address there join as; null where they do not join by themselves. */
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
