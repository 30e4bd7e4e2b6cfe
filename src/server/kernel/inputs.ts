import { z } from "zod";
import { invalidField } from "./errors";
import { type IdKind, idPattern } from "#shared/id";
import { rule } from "#shared/rules";

/** The slug or the ID of an organization. */
export const orgField = z
  .string()
  .min(1)
  .max(64)
  .describe("The slug or the ID of the organization.");

/** The input of a procedure of an organization: `org` (slug or ID) and exactly the given fields. */
export function orgInput<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ org: orgField, ...shape });
}

/** An ID in a request. An ID of another form belongs to no row, so the response is the same as for an unknown ID. */
export function idField(kind: IdKind) {
  return z
    .string()
    .min(1)
    .max(64)
    .meta({ pattern: idPattern(kind) });
}

const DAY = rule("DAY_INVALID");

/**
 * Whether a date is one that people mean: a date before 1970 or after 2199 is a mistake of the client, and JavaScript has
 * no dates after the year 275760.
 */
export function isUsualDate(text: string): boolean {
  return text > "1970" && text < "2200";
}

/** A day in a request, such as `2026-12-03`. */
export const dayField = z.iso
  .date({ error: DAY, abort: true })
  .refine(isUsualDate, DAY);

/** An input with exactly one of the given fields. */
export function oneOf<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape);
  return z
    .strictObject(shape)
    .partial()
    .refine((input) => Object.values(input).filter(isGiven).length === 1, {
      error: rule("EXACTLY_ONE"),
      params: { fields: names },
    });
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

/** One page of a list; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/**
 * Makes a page of at most `limit` rows. If the caller has read more rows than that, there is a next page, which starts
 * after the last row of this page.
 */
export function toPage<R, T>(
  rows: R[],
  limit: number,
  cursor: (row: R) => string,
  show: (row: R) => T,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined ? cursor(last) : null;
  return { items: shown.map(show), nextCursor };
}

/** Makes one page of a short list whose rows were all read. */
export function pageFrom<T extends { id: string }>(
  rows: readonly T[],
  { limit = 50, cursor }: { limit?: number; cursor?: string } = {},
) {
  const last = rows.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && last < 0)
    throw invalidField("cursor", "UNKNOWN_CURSOR");
  const items = rows.slice(last + 1, last + 1 + limit);
  const isLast = last + 1 + limit >= rows.length;
  return { items, nextCursor: isLast ? null : (items.at(-1)?.id ?? null) };
}

/** Formats milliseconds since 1970 UTC as ISO 8601 in UTC. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A boolean in a query string. */
export const flagField = z.stringbool().meta({ type: "boolean" });
