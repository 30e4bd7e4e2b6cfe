import { gt, sql } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { accessRequests } from "#server/features/requests/table";
import type { Attention } from "./schemas";

const openCount = defineQuery<{ now: number }>()((db, value) =>
  db
    .select(accessRequests, { count: sql<number>`count(*)` })
    .where(gt(accessRequests.expiresAt, value("now"))),
);

/** Counts the open requests of members for a role or a seat. */
export async function countOpenRequests(
  db: TenantDb,
): Promise<Attention["requests"]> {
  const [row] = await db.all(openCount, { now: db.now });
  const count = row?.count ?? 0;
  return count > 0 ? { count } : null;
}
