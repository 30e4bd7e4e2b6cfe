import {
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Permission, Role } from "#shared/permissions";
import { moment, orgColumn } from "#server/kernel/db/columns";
import { organizations } from "#server/core/organizations/table";

/** Custom roles. Triggers keep a role that a row names by its id from being deleted. */
export const roles = sqliteTable(
  "roles",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** The normalized name: the names of two roles must not look alike. */
    nameFold: text("name_fold").notNull(),
    description: text("description").notNull().default(""),
    /** The built-in role that it started from. */
    basedOn: text("based_on").$type<Role>().notNull(),
    permissions: text("permissions", { mode: "json" })
      .$type<Permission[]>()
      .notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("roles_name").on(table.orgId, table.nameFold),
  ],
);
