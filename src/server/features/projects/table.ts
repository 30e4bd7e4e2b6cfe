import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export const PROJECT_STATUSES = ["active", "archived"] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const projects = tenantTable(
  "projects",
  "exported",
  {
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    status: text("status").$type<ProjectStatus>().notNull().default("active"),
    createdBy: text("created_by").references(() => users.id, {
      onDelete: "set null",
    }),
    /**
     * The member who is responsible for the project; null if it has no owner. A trigger sets it to null when the owner
     * leaves the organization.
     */
    ownerId: text("owner_id").references(() => users.id, {
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
    index("projects_created_by").on(table.createdBy, table.orgId),
    index("projects_owner").on(table.ownerId, table.orgId, table.id),
    index("projects_name").on(table.orgId, sql`name collate nocase`, table.id),
    index("projects_updated").on(table.orgId, table.updatedAt, table.id),
  ],
);

/** The projects that a user marked. The marks are private to the user, so the audit log does not have them. */
export const projectFavourites = tenantTable(
  "project_favourites",
  "exported",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    projectId: text("project_id").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.orgId, table.projectId],
      foreignColumns: [projects.orgId, projects.id],
    }).onDelete("cascade"),
    uniqueIndex("project_favourites_user").on(
      table.userId,
      table.orgId,
      table.projectId,
    ),
    index("project_favourites_project").on(table.orgId, table.projectId),
  ],
);
