import { sql } from "drizzle-orm";
import { index, integer, text } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export const PROJECT_STATUSES = ["active", "archived"] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const projects = tenantTable(
  "projects",
  {
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    status: text("status").$type<ProjectStatus>().notNull().default("active"),
    createdBy: text("created_by").references(() => users.id, {
      onDelete: "set null",
    }),
    /** The service account that created the project; null if a user created it. */
    createdByAccount: text("created_by_account"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /**
     * Whether the project is read-only, because the organization has more projects than its plan allows. Triggers set
     * this value.
     */
    isFrozen: integer("is_frozen", { mode: "boolean" })
      .notNull()
      .default(false),
  },
  (table) => [
    index("projects_frozen")
      .on(table.orgId)
      .where(sql`is_frozen = 1`),
    // The list of people counts the projects of each member.
    index("projects_created_by").on(table.createdBy, table.orgId),
  ],
);
