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
  /** When the final deletion began. From this time the organization is hidden and cannot be restored. */
  purgingSince: moment("purging_since"),
  /** From this time members without two-factor authentication have no access; null if it is not required. */
  twoFactorRequiredFrom: moment("two_factor_required_from"),
  /** The maximum number of active members and pending invitations; null for no limit. Triggers enforce it. */
  seats: integer("seats", { mode: "number" }),
  /**
   * The maximum number of projects; null for no limit. Triggers refuse more projects, and make the newest projects
   * read-only if the limit falls below the number of projects.
   */
  projectLimit: integer("project_limit", { mode: "number" }),
  /** The maximum number of custom roles; null for the limit that applies to all organizations. */
  roleLimit: integer("role_limit", { mode: "number" }),
  /** The maximum number of service accounts; null for no limit. A trigger enforces it. */
  serviceAccountLimit: integer("service_account_limit", { mode: "number" }),
  /** For how many days the audit log is kept; null for ever. */
  auditRetentionDays: integer("audit_retention_days", { mode: "number" }),
  /** The number of days after a pending change to a smaller plan; null if no change is pending. */
  nextAuditRetentionDays: integer("next_audit_retention_days", {
    mode: "number",
  }),
  nextAuditRetentionFrom: moment("next_audit_retention_from"),
  /** When the admins were notified that the audit log will be kept for fewer days. */
  auditNoticeSentAt: moment("audit_notice_sent_at"),
});

/** Former slugs. They lead to their organization, and no other organization can take them before `heldUntil`. */
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
