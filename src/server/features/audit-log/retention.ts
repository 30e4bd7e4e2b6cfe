import type { TenantDb } from "#server/kernel/db/tenant-db";
import { iso } from "#server/kernel/inputs";
import { organizations } from "#server/core/organizations/table";
import type { AuditRetention } from "./schemas";

/** Reads how long the audit log keeps events. Without a payment provider, it keeps them forever. */
export async function readRetention(
  db: TenantDb,
  takesPayments: boolean,
): Promise<AuditRetention> {
  if (!takesPayments) return { days: null, next: null };
  const { auditRetentionDays, nextAuditRetentionDays, nextAuditRetentionFrom } =
    await db.readRoot(organizations);
  const next =
    nextAuditRetentionDays === null || nextAuditRetentionFrom === null
      ? null
      : { days: nextAuditRetentionDays, from: iso(nextAuditRetentionFrom) };
  return { days: auditRetentionDays, next };
}
