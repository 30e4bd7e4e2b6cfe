import { getTableName, type SQL, sql } from "drizzle-orm";
import {
  ORG_PLACEHOLDER,
  type TenantTable,
} from "#server/kernel/db/tenant-reader";

/** How many rows of a table the dashboard looks at for one fact, so that it stays fast in large organizations. */
const MOST_CANDIDATES = 1_000;

/** SQL for the id of the organization that a query reads. */
export const ownOrg = sql.placeholder(ORG_PLACEHOLDER);

/**
 * SQL condition that limits a query to 1,000 rows of the organization that fulfil a condition.
 * @param index the index by which SQLite finds the candidates; by default the newest ones are found by the primary key
 */
export function amongCandidates(
  table: TenantTable,
  condition: string,
  index?: string,
): SQL {
  const source = sql.raw(index === undefined ? "" : `indexed by ${index}`);
  const order = sql.raw(index === undefined ? "order by c.id desc" : "");
  return sql`${table.id} in (select c.id from ${sql.identifier(getTableName(table))} as c ${source}
    where c.org_id = ${ownOrg} and ${sql.raw(condition)} ${order} limit ${sql.raw(String(MOST_CANDIDATES))})`;
}

/** SQL for the number of all rows that a query finds without its limit. */
export const countOfAll = sql<number>`count(*) over ()`;

/** How many rows of a fact the dashboard shows. */
export const SHOWN = 3;

/** The first rows of a fact and the number of all its rows. */
export interface Due<Item> {
  count: number;
  first: Item[];
}

/** @returns null when there are no rows */
export function dueOf<Row extends { all: number }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Due<Item> | null {
  const [first] = rows;
  return first ? { count: first.all, first: rows.map(toItem) } : null;
}
