import type { TenantDb } from "../../db/tenant";
import { iso } from "../../inputs";
import { organizations } from "../organizations/schema";
import type { AuditRetention } from "./shapes";

/** How long the organization's log is kept; without an end where no payments are taken. */
export async function readRetention(
  db: TenantDb,
  takesPayments: boolean,
): Promise<AuditRetention> {
  if (!takesPayments) return { days: null, next: null };
  const { auditDays, auditDaysNext, auditLowersAt } =
    await db.readRoot(organizations);
  const next =
    auditDaysNext === null || auditLowersAt === null
      ? null
      : { days: auditDaysNext, from: iso(auditLowersAt) };
  return { days: auditDays, next };
}
