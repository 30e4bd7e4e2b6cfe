import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { InValue } from "@libsql/client";

/** SQL text with the values of its parameters. */
export interface Statement {
  sql: string;
  args: InValue[];
}

interface ColumnShape {
  key: string;
  /** The SQL that compares the column with a parameter, or sets it to one. */
  assignment: string;
  defaultValue: unknown;
  /** Converts a value for the database; undefined if the value stays as it is. */
  encode: ((value: unknown) => unknown) | undefined;
}

interface TableShape {
  columns: ColumnShape[];
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
    args: columns.map((column) => {
      const value = row[column.key];
      return bind(column, value === undefined ? column.defaultValue : value);
    }),
  };
}

/** Returns the row as it will be stored: a missing value becomes the default of the column, or null. */
export function completeRow(
  table: SQLiteTable,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const { key, defaultValue } of shapeOf(table).columns)
    row[key] = values[key] ?? defaultValue ?? null;
  return row;
}

export function updateStatement(
  table: SQLiteTable,
  changes: Record<string, unknown>,
  where: Record<string, unknown>,
): Statement {
  const args: InValue[] = [];
  const set = assignments(table, changes, ", ", args);
  const key = assignments(table, where, " and ", args);
  return {
    sql: `update "${getTableName(table)}" set ${set} where ${key}`,
    args,
  };
}

export function deleteStatement(
  table: SQLiteTable,
  where: Record<string, unknown>,
): Statement {
  const args: InValue[] = [];
  const key = assignments(table, where, " and ", args);
  return { sql: `delete from "${getTableName(table)}" where ${key}`, args };
}

/** Returns an assignment for each given value, and adds the values to `args`. */
function assignments(
  table: SQLiteTable,
  values: Record<string, unknown>,
  separator: string,
  args: InValue[],
): string {
  const parts: string[] = [];
  for (const column of shapeOf(table).columns) {
    const value = values[column.key];
    if (value === undefined) continue;
    parts.push(column.assignment);
    args.push(bind(column, value));
  }
  return parts.join(separator);
}

function shapeOf(table: SQLiteTable): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const entries = Object.entries<SQLiteColumn>(getTableColumns(table));
  const names = entries.map(([, { name }]) => `"${name}"`);
  const marks = names.map(() => "?").join(", ");
  const shape = {
    columns: entries.map(([key, column]) => columnShape(key, column)),
    insertSql: `insert into "${getTableName(table)}" (${names.join(", ")}) values (${marks})`,
  };
  shapes.set(table, shape);
  return shape;
}

function columnShape(key: string, column: SQLiteColumn): ColumnShape {
  const isUnchanged =
    column.mapToDriverValue === Column.prototype.mapToDriverValue;
  return {
    key,
    assignment: `"${column.name}" = ?`,
    defaultValue: column.default,
    encode: isUnchanged ? undefined : (value) => column.mapToDriverValue(value),
  };
}

function bind({ encode }: ColumnShape, value: unknown): InValue {
  if (value === null || value === undefined) return null;
  return (encode ? encode(value) : value) as InValue;
}
