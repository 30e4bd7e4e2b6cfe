import { z } from "zod";
import { invalidField } from "./errors";
import { rule } from "#shared/rules";

/** The input of an organization's procedure: `org` (slug or id) and the given fields, and nothing else. */
export function orgInput<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ org: z.string().min(1).max(64), ...shape });
}

/** Exactly one of the given fields, and nothing else. */
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

/** One page of a list; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Cuts the row read beyond the page; the last one shown is where the next page starts. */
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

/** A page of a list that is short enough to be read as a whole. */
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

/** Milliseconds since 1970 as they go over the wire: ISO 8601 in UTC. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
