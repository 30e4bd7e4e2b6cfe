import { text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Permission, Role } from "#shared/permissions";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/** Custom roles. Triggers prevent the deletion of a role that a membership, invitation or another row still names. */
export const roles = tenantTable(
  "roles",
  "exported",
  {
    name: text("name").notNull(),
    /** The normalized name. It prevents two roles of an organization from having names that look alike. */
    nameFold: text("name_fold").notNull(),
    description: text("description").notNull().default(""),
    /** The built-in role from which this role was created. */
    basedOn: text("based_on").$type<Role>().notNull(),
    permissions: text("permissions", { mode: "json" })
      .$type<Permission[]>()
      .notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [uniqueIndex("roles_name").on(table.orgId, table.nameFold)],
);
