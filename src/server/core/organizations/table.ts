import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { OrganizationSettings } from "#shared/settings";
import type { Plan } from "#shared/plans";
import { moment, orgColumn } from "#server/kernel/db/columns";

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
  /** From when on its rows are removed for good: it stays hidden, and cannot be restored. */
  purgingSince: moment("purging_since"),
  /** From when on members without a second factor are kept out; null where none is required. */
  twoFactorRequiredFrom: moment("two_factor_required_from"),
  /** How many active members there may be, live invitations counted; null for any number. Triggers keep it. */
  seats: integer("seats", { mode: "number" }),
  /** How many projects there may be; null for any number. Triggers keep it, and let the newest beyond it only be read. */
  projectLimit: integer("project_limit", { mode: "number" }),
  /** How many roles it may make of its own; null for as many as the program allows. */
  roleLimit: integer("role_limit", { mode: "number" }),
  /** How many days its audit log is kept; null without an end. */
  auditRetentionDays: integer("audit_retention_days", { mode: "number" }),
  /** What a smaller plan makes of that at `nextAuditRetentionFrom`; null where nothing is to come. */
  nextAuditRetentionDays: integer("next_audit_retention_days", {
    mode: "number",
  }),
  nextAuditRetentionFrom: moment("next_audit_retention_from"),
  /** When the admins were told of it. */
  auditNoticeSentAt: moment("audit_notice_sent_at"),
});

/** Former slugs: they lead to the organization, and nobody else may take them before `heldUntil`. */
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

/** Logos, encoded by the program itself. A new one has a new id, so each may be cached for ever. */
export const logos = sqliteTable(
  "logos",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    /** A square WebP. */
    image: blob("image", { mode: "buffer" }).notNull(),
    size: integer("size", { mode: "number" }).notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("logos_org").on(table.orgId),
    uniqueIndex("logos_id").on(table.id),
  ],
);
