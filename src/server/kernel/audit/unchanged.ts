import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantDb, TenantRoot } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import { DomainError, invalidField } from "#server/kernel/errors";
import { lastChangeOf, type Version } from "./last-change";

/** A table whose rows say when they were changed last. */
export type VersionedTable = (TenantTable | TenantRoot) & {
  updatedAt: SQLiteColumn;
};

/**
 * Refuses as `STALE` a change to a row that moved on since the caller read it; the refusal says who changed it last. A caller who does not say when they read it overwrites knowingly.
 * @param row as read for this change
 * @param readAt ISO 8601: the `updatedAt` of what the caller saw
 */
export async function requireUnchanged(
  db: TenantDb,
  table: VersionedTable,
  row: Version,
  readAt: string | undefined,
): Promise<void> {
  if (readAt === undefined) return;
  if (hasChangedSince(readAt, row))
    throw new DomainError("STALE", await lastChangeOf(db, table, row));
}

function hasChangedSince(readAt: string, row: Version): boolean {
  const moment = Date.parse(readAt);
  // Passing over it would overwrite what the caller asked not to.
  if (Number.isNaN(moment)) throw invalidField("", "NOT_A_VERSION");
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
