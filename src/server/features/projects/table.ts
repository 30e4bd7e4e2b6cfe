import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment, orgColumn } from "#server/kernel/db/columns";
import { organizations } from "#server/core/organizations/table";

export type ProjectStatus = "active" | "archived";

export const projects = sqliteTable(
  "projects",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    status: text("status").$type<ProjectStatus>().notNull().default("active"),
    createdBy: text("created_by").references(() => users.id, {
      onDelete: "set null",
    }),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** Whether the plan has no room for it, so that it can only be read. Triggers decide. */
    isFrozen: integer("is_frozen", { mode: "boolean" })
      .notNull()
      .default(false),
  },
  (table) => [
    index("projects_frozen")
      .on(table.orgId)
      .where(sql`is_frozen = 1`),
    primaryKey({ columns: [table.orgId, table.id] }),
    index("projects_created_by").on(table.createdBy),
  ],
);
