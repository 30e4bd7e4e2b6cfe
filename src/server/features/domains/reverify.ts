import { and, eq, isNotNull, lte } from "drizzle-orm";
import { changeOrganization } from "#server/kernel/audit/background";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { Versions } from "#server/kernel/db/versions";
import { DomainError } from "#server/kernel/errors";
import { findRecord } from "./dns-record";
import { VERIFICATION_VALID_MS } from "./status";
import { domains } from "./table";

/**
 * A domain is checked again after this time. It is less than a day, because the job runs every hour and each domain
 * should be checked daily.
 */
const RECENT_MS = 23 * 60 * 60 * 1000;
const AT_ONCE = 10;

interface Dependencies {
  db: Database;
  audit: AuditChain;
  versions: Versions;
  config: { dnsServers: readonly string[] };
}

type Row = typeof domains.$inferSelect;

/**
 * Checks the DNS records of verified domains: once a day, and every hour while a record is missing. After a week
 * without its record, a domain is no longer verified, and another organization can verify it.
 */
export async function reverifyDomains(
  deps: Dependencies,
  now: number,
): Promise<void> {
  const due = await deps.db.drizzle
    .select()
    .from(domains)
    .where(
      and(
        isNotNull(domains.verifiedAt),
        lte(domains.checkedAt, now - RECENT_MS),
      ),
    );
  for (let start = 0; start < due.length; start += AT_ONCE)
    await Promise.all(
      due.slice(start, start + AT_ONCE).map((row) => check(deps, row, now)),
    );
}

async function check(deps: Dependencies, row: Row, now: number) {
  const state = await findRecord(deps.config.dnsServers, row);
  if (state === "found") return markFound(deps.db, row, now);
  // If the name servers give no answer, the record may still exist, so the domain stays verified.
  if (state === "failed" || isRecent(row, now)) return;
  await lapse(deps, row, now);
}

function isRecent({ checkedAt }: Row, now: number): boolean {
  return checkedAt !== null && checkedAt > now - VERIFICATION_VALID_MS;
}

/** Stores that the record was found now. It writes no audit event, because nothing changed for the organization. */
async function markFound({ drizzle }: Database, row: Row, now: number) {
  await drizzle
    .update(domains)
    .set({ checkedAt: now })
    .where(
      and(
        eq(domains.orgId, row.orgId),
        eq(domains.id, row.id),
        eq(domains.challenge, row.challenge),
        isNotNull(domains.verifiedAt),
      ),
    );
}

/**
 * Ends the verification of a domain. The guard compares `checkedAt`, because a change of `checkedAt` writes no audit
 * event and so does not change the version of the organization.
 */
async function lapse(deps: Dependencies, row: Row, now: number) {
  const asRead = and(
    eq(domains.id, row.id),
    eq(domains.checkedAt, row.checkedAt ?? 0),
    isNotNull(domains.verifiedAt),
  );
  const change = { orgId: row.orgId, action: "domains.lapse", now };
  try {
    await changeOrganization(deps, change, (work) => {
      const tenant = new TenantDb(deps.db.drizzle, work, row.orgId);
      const lapsed = { verifiedAt: null, updatedAt: now };
      tenant.guardExists(domains, asRead, stale);
      tenant.update(domains, row, lapsed, stale);
    });
  } catch (error) {
    // STALE means that since the read the record was found, or the domain was verified again or removed.
    if (!(error instanceof DomainError && error.reason === "STALE"))
      throw error;
  }
}

function stale(): DomainError {
  return new DomainError("STALE");
}
