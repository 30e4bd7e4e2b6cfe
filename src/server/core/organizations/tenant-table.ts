import type { BuildColumns } from "drizzle-orm";
import {
  primaryKey,
  type SQLiteColumn,
  type SQLiteColumnBuilderBase,
  sqliteTable,
  type SQLiteTableExtraConfigValue,
  text,
} from "drizzle-orm/sqlite-core";
import { organizations } from "./table";

type TenantColumns<C> = ReturnType<typeof keyColumns> & C;

/**
 * Defines a table in which each row belongs to one organization. Adds the columns `orgId` and `id` as the primary key;
 * deleting an organization deletes its rows.
 */
export function tenantTable<
  N extends string,
  C extends Record<string, SQLiteColumnBuilderBase>,
>(
  name: N,
  columns: C,
  extras: (
    table: BuildColumns<N, TenantColumns<C>, "sqlite">,
  ) => SQLiteTableExtraConfigValue[] = () => [],
) {
  const all: TenantColumns<C> = { ...keyColumns(), ...columns };
  return sqliteTable(name, all, (table) => [keyOf(table), ...extras(table)]);
}

function keyColumns() {
  return {
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
  };
}

function keyOf(table: Record<"orgId" | "id", SQLiteColumn>) {
  return primaryKey({ columns: [table.orgId, table.id] });
}
