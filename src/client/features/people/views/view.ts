import type { ColumnId } from "../columns.ts";

/** A named choice of filters, order and columns. */
export interface View {
  id: string;
  name: string;
  /** The filters and the order as in the URL: `"status=invited&sort=joined"`. */
  query: string;
  /** The columns of a view that the user has saved. A built-in view leaves the columns as they are. */
  columns?: readonly ColumnId[];
}

/** The parameters in the URL that belong to a view, in the order in which a view contains them. */
const PARAMS = [
  "q",
  "role",
  "status",
  "twoFactor",
  "inactive",
  "sort",
  "order",
] as const;

/** Returns the part of a query that belongs to a view, so that equal views have equal queries. */
export function viewQueryOf(search: string, without: readonly string[] = []) {
  const all = new URLSearchParams(search);
  const own = new URLSearchParams();
  for (const name of PARAMS) {
    const value = all.get(name);
    if (value && !without.includes(name)) own.set(name, value);
  }
  return own.toString();
}

/**
 * Whether the list shows a view. A search in a built-in view and another order of it belong to no other view, so the
 * view stays the current one.
 */
export function isShown(
  { query, columns }: View,
  search: string,
  shownColumns: readonly ColumnId[],
): boolean {
  if (!columns) return viewQueryOf(search, ["q", "sort", "order"]) === query;
  return viewQueryOf(search) === query && isSame(columns, shownColumns);
}

function isSame(one: readonly ColumnId[], other: readonly ColumnId[]): boolean {
  return (
    one.length === other.length &&
    one.every((column, index) => column === other[index])
  );
}
