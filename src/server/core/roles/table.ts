import {
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Permission, Role } from "#shared/permissions";
import { moment, orgColumn } from "#server/kernel/db/columns";
import { organizations } from "#server/core/organizations/table";

/** Roles that an organization made itself. Whatever names one by its id keeps it from going (triggers). */
export const roles = sqliteTable(
  "roles",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** The name as it is compared: one organization has no two roles that read alike. */
    nameFold: text("name_fold").notNull(),
    description: text("description").notNull().default(""),
    /** The built-in role it was made from. */
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
