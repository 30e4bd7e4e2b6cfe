import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { InValue } from "@libsql/client";

/** SQL text with the values of its parameters. */
export interface Statement {
  sql: string;
  args: InValue[];
}

interface TableShape {
  name: string;
  columns: [key: string, column: SQLiteColumn][];
  insertSql: string;
}

// Caches the SQL text of each table, because building a query with Drizzle takes 40–125 µs.
const shapes = new WeakMap<SQLiteTable, TableShape>();

export function insertStatement(
  table: SQLiteTable,
  row: Record<string, unknown>,
): Statement {
  const { insertSql, columns } = shapeOf(table);
  return {
    sql: insertSql,
    args: columns.map(([key, column]) =>
      bind(column, row[key] === undefined ? column.default : row[key]),
    ),
  };
}

/** Returns the row as it will be stored: a missing value becomes the default of the column, or null. */
export function completeRow(
  table: SQLiteTable,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, column] of shapeOf(table).columns)
    row[key] = values[key] ?? column.default ?? null;
  return row;
}

export function updateStatement(
  table: SQLiteTable,
  changes: Record<string, unknown>,
  where: Record<string, unknown>,
): Statement {
  const set = bindings(table, changes);
  const key = bindings(table, where);
  return {
    sql: `update "${getTableName(table)}" set ${assignments(set, ", ")} where ${assignments(key, " and ")}`,
    args: [...set, ...key].map(({ value }) => value),
  };
}

export function deleteStatement(
  table: SQLiteTable,
  where: Record<string, unknown>,
): Statement {
  const key = bindings(table, where);
  return {
    sql: `delete from "${getTableName(table)}" where ${assignments(key, " and ")}`,
    args: key.map(({ value }) => value),
  };
}

function shapeOf(table: SQLiteTable): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table)) as [
    string,
    SQLiteColumn,
  ][];
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const shape = {
    name,
    columns,
    insertSql: `insert into "${name}" (${names}) values (${marks})`,
  };
  shapes.set(table, shape);
  return shape;
}

function bindings(table: SQLiteTable, values: Record<string, unknown>) {
  return shapeOf(table)
    .columns.filter(([key]) => values[key] !== undefined)
    .map(([key, column]) => ({
      name: column.name,
      value: bind(column, values[key]),
    }));
}

function assignments(list: { name: string }[], separator: string): string {
  return list.map(({ name }) => `"${name}" = ?`).join(separator);
}

function bind(column: SQLiteColumn, value: unknown): InValue {
  return value === null || value === undefined
    ? null
    : (column.mapToDriverValue(value) as InValue);
}
