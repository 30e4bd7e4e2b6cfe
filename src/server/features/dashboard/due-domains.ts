import type { TenantDb } from "#server/kernel/db/tenant-db";
import { listDomains } from "#server/features/domains/service";
import { SHOWN } from "./candidates";
import type { Attention } from "./schemas";

/** Lists the verified domains whose DNS record is missing. An organization has at most 20 domains. */
export async function listDueDomains(
  db: TenantDb,
): Promise<Attention["domains"]> {
  const due = (await listDomains(db)).flatMap(
    ({ id, domain, status, endsAt }) =>
      endsAt !== null && (status === "failing" || status === "lapsed")
        ? [{ id, domain, status, endsAt }]
        : [],
  );
  return due.length > 0
    ? { count: due.length, first: due.slice(0, SHOWN) }
    : null;
}
