import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantDb, TenantRoot } from "#server/kernel/db/tenant-db";
import type { TenantTable } from "#server/kernel/db/tenant-reader";
import { DomainError, invalidField } from "#server/kernel/errors";
import { lastChangeOf, type Version } from "./last-change";

/** A table whose rows contain the moment of their last change. */
export type VersionedTable = (TenantTable | TenantRoot) & {
  updatedAt: SQLiteColumn;
};

/**
 * Checks that a row has not changed since the caller read it. Without `readAt` nothing is checked, because the caller
 * wants to overwrite the row in any case.
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
  // An invalid moment is an error, because skipping the check would overwrite changes that the caller wants to keep.
  if (Number.isNaN(moment)) throw invalidField("", "NOT_A_VERSION");
  return moment < row.updatedAt;
}

export function stale(): DomainError {
  return new DomainError("STALE");
}

/**
 * Returns the new `updatedAt` of a changed row. It is later than the former `updatedAt` even within one millisecond,
 * because it identifies the version of the row.
 */
export function momentOfChange(
  now: number,
  row: { updatedAt: number },
): number {
  return Math.max(now, row.updatedAt + 1);
}
