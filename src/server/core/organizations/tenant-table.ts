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

/**
 * What an export of an organization does with the rows of a table: it contains them, or it leaves them out for a reason.
 * The reason follows the words “The export leaves them out, because”.
 */
export type ExportRule = "exported" | { leftOut: string };

/** The rules of all tables by the name of the table. */
export const exportRules = new Map<string, ExportRule>();

type TenantColumns<C> = ReturnType<typeof keyColumns> & C;

/**
 * Defines a table in which each row belongs to one organization. Adds the columns `orgId` and `id` as the primary key;
 * deleting an organization deletes its rows.
 * @param exportRule what an export of the organization does with the rows
 */
export function tenantTable<
  N extends string,
  C extends Record<string, SQLiteColumnBuilderBase>,
>(
  name: N,
  exportRule: ExportRule,
  columns: C,
  extras: (
    table: BuildColumns<N, TenantColumns<C>, "sqlite">,
  ) => SQLiteTableExtraConfigValue[] = () => [],
) {
  exportRules.set(name, exportRule);
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
