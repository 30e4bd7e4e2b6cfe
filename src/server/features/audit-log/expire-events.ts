import type { AuditChain } from "#server/kernel/audit/chain";
import type { Database } from "#server/kernel/db/client";
import type { Billing } from "#server/core/billing/billing";

const DAY_MS = 24 * 60 * 60 * 1000;

interface ExpireDependencies {
  db: Database;
  audit: Pick<AuditChain, "shorten">;
  billing: Pick<Billing, "provider">;
}

/**
 * Deletes the events that are older than the retention period of their organization (`audit_retention_days`). Without a
 * payment provider there are no plans, so every event is kept.
 * @param now milliseconds since 1970 UTC
 */
export async function expireEvents(
  { db, audit, billing }: ExpireDependencies,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  if (billing.provider === undefined) return;
  for (const { orgId, before } of await organizationsWithOldEvents(db, now))
    await audit.shorten({ orgId, before, now }, signal);
}

async function organizationsWithOldEvents({ client }: Database, now: number) {
  const { rows } = await client.execute({
    sql: `select id, ?1 - audit_retention_days * ?2 as before from organizations as o where audit_retention_days is not null
      and (select at from audit_log where org_id = o.id order by seq limit 1) < ?1 - audit_retention_days * ?2`,
    args: [now, DAY_MS],
  });
  return rows.map(({ id, before }) => ({
    orgId: String(id),
    before: Number(before),
  }));
}
