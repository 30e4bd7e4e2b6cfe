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

/** Somewhat less than a day: it is tried every hour. */
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
 * Looks again for the records of proven domains, once a day, and every hour for one that was not found. Where there has
 * been none for a week the domain is no longer the organization's own, and another may prove it.
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
      due.slice(start, start + AT_ONCE).map((row) => recheck(deps, row, now)),
    );
}

async function recheck(deps: Dependencies, row: Row, now: number) {
  const state = await findRecord(deps.config.dnsServers, row);
  if (state === "found") return keep(deps.db, row, now);
  // That nobody answers says nothing about the record.
  if (state === "failed" || isRecent(row, now)) return;
  await lapse(deps, row, now);
}

function isRecent({ checkedAt }: Row, now: number): boolean {
  return checkedAt !== null && checkedAt > now - VERIFICATION_VALID_MS;
}

/** No event: nothing changed. */
async function keep({ drizzle }: Database, row: Row, now: number) {
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

/** The moment of the last look is no event, so the version of the organization says nothing about it. */
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
      tenant.guardExists(domains, asRead, overtaken);
      tenant.update(domains, row, lapsed, overtaken);
    });
  } catch (error) {
    // Found, proven again or removed meanwhile.
    if (!(error instanceof DomainError && error.reason === "STALE"))
      throw error;
  }
}

function overtaken(): DomainError {
  return new DomainError("STALE");
}
