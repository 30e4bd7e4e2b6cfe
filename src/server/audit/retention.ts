import type { Client } from "@libsql/client";
import { PLANS } from "../../shared/plans";
import type { Signer } from "../crypto";
import { shortenLog } from "./shorten";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what each organization's plan keeps no longer. A signed checkpoint takes the place of the rows: it says what
 * the chain goes on from, so that the rest can still be verified.
 */
export async function expireAudit(
  client: Client,
  signer: Signer,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const [plan, { auditRetentionDays }] of Object.entries(PLANS)) {
    const before = now - auditRetentionDays * DAY_MS;
    for (const orgId of await organizationsWithOlder(client, plan, before))
      await shortenLog(client, signer, { orgId, before, now }, signal);
  }
}

async function organizationsWithOlder(
  client: Client,
  plan: string,
  before: number,
): Promise<string[]> {
  const { rows } = await client.execute({
    sql: `select id from organizations as o where plan = ?
      and (select at from audit_log where org_id = o.id order by seq limit 1) < ?`,
    args: [plan, before],
  });
  return rows.map(({ id }) => String(id));
}
