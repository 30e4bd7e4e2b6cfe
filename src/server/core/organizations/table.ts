import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrganizationSettings } from "#shared/settings";
import type { Plan } from "#shared/plans";
import { moment } from "#server/kernel/db/columns";

export const organizations = sqliteTable("organizations", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique(),
  logoUrl: text("logo_url"),
  plan: text("plan").$type<Plan>().notNull().default("free"),
  settings: text("settings", { mode: "json" })
    .$type<Partial<OrganizationSettings>>()
    .notNull(),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
  deletedAt: moment("deleted_at"),
  /** When the purge began. From then on the organization is hidden and cannot be restored. */
  purgingSince: moment("purging_since"),
  /** From when members without two-factor authentication have no access; null while it is not required. */
  twoFactorRequiredFrom: moment("two_factor_required_from"),
  /** The limit of active members and pending invitations together; null for no limit. Triggers enforce it. */
  seats: integer("seats", { mode: "number" }),
  /** The limit of projects; null for no limit. Triggers enforce it, and make the newest projects over it read-only. */
  projectLimit: integer("project_limit", { mode: "number" }),
  /** The limit of custom roles; null for the limit that all organizations have. */
  roleLimit: integer("role_limit", { mode: "number" }),
  /** How many days the audit log is kept; null for ever. */
  auditRetentionDays: integer("audit_retention_days", { mode: "number" }),
  /** The number of days after a change to a smaller plan takes effect; null when no change is due. */
  nextAuditRetentionDays: integer("next_audit_retention_days", {
    mode: "number",
  }),
  nextAuditRetentionFrom: moment("next_audit_retention_from"),
  /** When the admins were notified of it. */
  auditNoticeSentAt: moment("audit_notice_sent_at"),
});

/** Former slugs. They lead to the organization, and no other organization can take them before `heldUntil`. */
export const formerSlugs = sqliteTable(
  "former_slugs",
  {
    slug: text("slug").primaryKey(),
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    heldUntil: moment("held_until").notNull(),
  },
  (table) => [index("former_slugs_org").on(table.orgId)],
);
