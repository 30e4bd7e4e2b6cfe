import { getTableColumns } from "drizzle-orm";
import { integer, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** Defines a column with a moment, in milliseconds since 1970 UTC. */
export const moment = (name: string) => integer(name, { mode: "number" });

/** @returns the columns of one table from an object with more fields, such as the result of a join */
export function rowOf<T extends SQLiteTable>(
  table: T,
  wider: T["$inferSelect"],
): T["$inferSelect"] {
  const columns = Object.keys(getTableColumns(table));
  return Object.fromEntries(columns.map((name) => [name, wider[name]]));
}
