import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { shortenLog } from "./shorten";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes the events that are older than what is stored with each organization as `audit_retention_days`. A signed checkpoint takes
 * the place of the rows: it says what the chain goes on from, so that the rest can still be verified.
 */
export async function expireAudit(
  client: Client,
  signer: Signer,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const { orgId, days } of await organizationsWithOlder(client, now)) {
    const before = now - days * DAY_MS;
    await shortenLog(client, signer, { orgId, before, now }, signal);
  }
}

async function organizationsWithOlder(client: Client, now: number) {
  const { rows } = await client.execute({
    sql: `select id, audit_retention_days from organizations as o where audit_retention_days is not null
      and (select at from audit_log where org_id = o.id order by seq limit 1) < ?1 - audit_retention_days * ?2`,
    args: [now, DAY_MS],
  });
  return rows.map(({ id, audit_retention_days: days }) => ({
    orgId: String(id),
    days: Number(days),
  }));
}
