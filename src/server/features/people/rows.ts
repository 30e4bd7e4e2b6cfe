import type { TenantQuery } from "#server/kernel/db/tenant-reader";
import type { Place } from "./place";
import type { Person } from "./schemas";

/** A row of the list of people, and its place. */
export interface PersonRow extends Place {
  person: Person;
}

/** A part of a sorted list: at most `limit` rows after a place. */
export interface Window {
  limit: number;
  after: Place | undefined;
}

/** How many queries are kept. There are more combinations of filters and orders, but few of them are used often. */
const MOST_QUERIES = 100;

/**
 * Keeps a prepared query for each combination of filters. In one query for all combinations, SQLite could not use an
 * index for a condition that a parameter switches off.
 */
export function keepQueries<Shape, P, R>(
  define: (shape: Shape) => TenantQuery<P, R>,
): (shape: Shape) => TenantQuery<P, R> {
  const kept = new Map<string, TenantQuery<P, R>>();
  return (shape) => {
    const key = JSON.stringify(shape);
    let query = kept.get(key);
    if (!query) {
      if (kept.size >= MOST_QUERIES) kept.clear();
      kept.set(key, (query = define(shape)));
    }
    return query;
  };
}
