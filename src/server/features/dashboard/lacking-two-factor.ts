import { sql } from "drizzle-orm";
import type { Caller } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import { activeCount } from "./active-count";
import type { Attention } from "./schemas";

const lackingCount = defineQuery()((db) =>
  db
    .select(memberships, { lacking: activeCount(sql`p.has_two_factor = 0`) })
    .limit(1),
);

/** Counts the members without two-factor authentication, if the organization requires it, now or later. */
export async function readLackingTwoFactor(
  db: TenantDb,
  { organization: { twoFactorRequiredFrom } }: Caller,
): Promise<Attention["twoFactor"]> {
  if (twoFactorRequiredFrom === null) return null;
  const [row] = await db.all(lackingCount, {});
  const lacking = row?.lacking ?? 0;
  return lacking > 0 ? { from: iso(twoFactorRequiredFrom), lacking } : null;
}
