import { and, eq } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantDb } from "../db/tenant";
import type { TenantTable } from "../db/tenant-reader";
import { DomainError } from "../errors";

/**
 * Refuses as `STALE` a change to a row that moved on since the caller read it, now or before the batch is stored.
 * A caller who does not say when they read it overwrites knowingly.
 */
export function requireUnchanged(
  db: TenantDb,
  table: TenantTable & { updatedAt: SQLiteColumn },
  row: { id: string; updatedAt: number },
  readAt: string | undefined,
): void {
  if (readAt === undefined) return;
  if (hasChangedSince(readAt, row)) throw stale();
  db.mustExist(
    table,
    and(eq(table.id, row.id), eq(table.updatedAt, row.updatedAt)),
    stale,
  );
}

/** Whether the row moved on since the caller read it, as far as is known yet. */
export function hasChangedSince(
  readAt: string,
  row: { updatedAt: number },
): boolean {
  const moment = Date.parse(readAt);
  // Passing over it would overwrite what the caller asked not to.
  if (Number.isNaN(moment))
    throw new DomainError(
      "INVALID_INPUT",
      "If-Match takes the moment at which you read what you change.",
    );
  return moment < row.updatedAt;
}

export function stale(): DomainError {
  return new DomainError("STALE");
}

/**
 * The moment of a change to the row: later than that of the change before, also within one millisecond, because it is
 * what tells the versions of a row apart.
 */
export function momentOfChange(
  now: number,
  row: { updatedAt: number },
): number {
  return Math.max(now, row.updatedAt + 1);
}
