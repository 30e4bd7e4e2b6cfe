import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { type RecordState, findRecord, recordOf } from "./dns-record";
import { domains } from "./table";
import { customRoleName, requireDomain } from "./service";
import { type Domain, toDomain } from "./schemas";

interface Resolving {
  limits: Limits;
  config: { dnsServers: readonly string[] };
}

/**
 * Looks up the DNS record of a domain, and marks the domain as verified if the record exists.
 * @throws DomainError DOMAIN_NOT_PROVEN, DNS_FAILED, DOMAIN_TAKEN
 */
export async function verifyDomain(
  db: TenantDb,
  { limits, config }: Resolving,
  id: string,
): Promise<Domain> {
  const before = await requireDomain(db, id);
  const state = await db.callExternal(
    `dns ${before.domain} ${before.challenge}`,
    async () => {
      await limits.consume("domainCheck", db.orgId);
      return findRecord(config.dnsServers, before);
    },
  );
  const refusal = refusalFor(state, before);
  if (refusal) throw refusal;
  const customName = await customRoleName(db, before.role);
  const after = db.update(
    domains,
    before,
    {
      verifiedAt: before.verifiedAt ?? db.now,
      checkedAt: db.now,
      updatedAt: db.now,
    },
    () => new DomainError("DOMAIN_TAKEN"),
  );
  return toDomain({ ...after, customName }, db.now);
}

function refusalFor(
  state: RecordState,
  row: typeof domains.$inferSelect,
): DomainError | undefined {
  if (state === "found") return undefined;
  if (state === "failed") return new DomainError("DNS_FAILED");
  if (state === "missing") return new DomainError("DOMAIN_NOT_PROVEN");
  return new DomainError("DOMAIN_NOT_PROVEN", { record: recordOf(row).name });
}
