import { text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Permission, Role } from "#shared/permissions";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/** Custom roles. Triggers keep a role that a row names by its id from being deleted. */
export const roles = tenantTable(
  "roles",
  {
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
  (table) => [uniqueIndex("roles_name").on(table.orgId, table.nameFold)],
);
