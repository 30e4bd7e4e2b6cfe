import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantDb, TenantRoot } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import { DomainError, invalidField } from "#server/kernel/errors";
import { lastChangeOf, type Version } from "./last-change";

/** A table whose rows have the moment of their last change. */
export type VersionedTable = (TenantTable | TenantRoot) & {
  updatedAt: SQLiteColumn;
};

/**
 * Checks that a row has not changed since the caller read it. Without `readAt` the caller overwrites on purpose.
 * @param row the current row
 * @param readAt the `updatedAt` that the caller read, ISO 8601
 * @throws DomainError STALE with the user who changed the row last
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
  // Ignoring an invalid moment would overwrite a change that the caller wants to keep.
  if (Number.isNaN(moment)) throw invalidField("", "NOT_A_VERSION");
  return moment < row.updatedAt;
}

export function stale(): DomainError {
  return new DomainError("STALE");
}

/**
 * Returns the moment for a change of a row. It is later than that of the change before, even within one millisecond,
 * because it identifies the version of the row.
 */
export function momentOfChange(
  now: number,
  row: { updatedAt: number },
): number {
  return Math.max(now, row.updatedAt + 1);
}
