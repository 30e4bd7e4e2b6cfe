import { z } from "zod";
import { invalidField } from "#server/kernel/errors";
import { ORDERS, type Order, PEOPLE_SORTS, type PeopleSort } from "./filter";

/**
 * The place of a row in a sorted list: what it is sorted by, and its id. A page begins after the place of the last row
 * of the page before, so rows that were added or removed meanwhile do not move it.
 */
export interface Place {
  key: string | number;
  id: string;
}

/** @returns a negative number if the first place comes before the second one */
export function comparePlaces(order: Order, a: Place, b: Place): number {
  const ascending = compareKeys(a.key, b.key) || (a.id < b.id ? -1 : 1);
  return order === "asc" ? ascending : -ascending;
}

/** Compares like SQLite: texts by their bytes in UTF-8. */
function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" || typeof b === "number")
    return Number(a) - Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

interface Sorting {
  sort: PeopleSort;
  order: Order;
}

const TEXTS: readonly PeopleSort[] = ["name", "role"];

const cursorShape = z.tuple([
  z.enum(PEOPLE_SORTS),
  z.enum(ORDERS),
  z.union([z.string(), z.number()]),
  z.string(),
]);

export function cursorOf({ sort, order }: Sorting, { key, id }: Place): string {
  const text = JSON.stringify([sort, order, key, id]);
  return Buffer.from(text).toString("base64url");
}

/**
 * Reads the cursor of a page of the same list.
 * @throws DomainError INVALID_INPUT if it is not a cursor of a list with this order
 */
export function placeOf({ sort, order }: Sorting, cursor: string): Place {
  const [ofSort, ofOrder, key, id] = parse(cursor) ?? [];
  const isText = typeof key === "string";
  if (
    key === undefined ||
    id === undefined ||
    ofSort !== sort ||
    ofOrder !== order ||
    isText !== TEXTS.includes(sort)
  )
    throw invalidField("cursor", "UNKNOWN_CURSOR");
  return { key, id };
}

function parse(cursor: string) {
  const text = Buffer.from(cursor, "base64url").toString();
  try {
    return cursorShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
