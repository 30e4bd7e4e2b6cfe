import { sql } from "drizzle-orm";
import { memberships } from "#server/core/memberships/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { activeCount } from "./active-count";
import type { Attention } from "./schemas";

const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

const inactiveCount = defineQuery<{ since: number }>()((db, value) =>
  db
    .select(memberships, {
      count: activeCount(sql`p.last_active_at < ${value("since")}`),
    })
    .limit(1),
);

/** Counts the members who were not active for 90 days. Suspended members do not count, because they take no seat. */
export async function readInactiveMembers(
  db: TenantDb,
): Promise<Attention["inactive"]> {
  const [row] = await db.all(inactiveCount, { since: db.now - DAYS * DAY_MS });
  const count = row?.count ?? 0;
  return count > 0 ? { days: DAYS, count } : null;
}
