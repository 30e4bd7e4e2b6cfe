import type { Client } from "@libsql/client";
import { PLANS } from "../../shared/plans";
import type { Signer } from "../crypto";
import { type Head, isHeadSigned, signHead } from "./link";
import { readSigned } from "./signed";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what each organization's plan keeps no longer. A signed checkpoint takes the place of the rows: it says what
 * the chain goes on from, so that the rest can still be verified.
 */
export async function expireAudit(
  client: Client,
  signer: Signer,
  now: number,
): Promise<void> {
  for (const [plan, { auditRetentionDays }] of Object.entries(PLANS)) {
    const before = now - auditRetentionDays * DAY_MS;
    for (const orgId of await organizationsWithOlder(client, plan, before))
      await expireOf(client, signer, orgId, before, now);
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

async function expireOf(
  client: Client,
  signer: Signer,
  orgId: string,
  before: number,
  now: number,
): Promise<void> {
  const last = await lastOlder(client, orgId, before);
  // A log that somebody wrote anew stays as it is, until its operator has looked at it.
  if (!last || !(await isGenuine(client, signer, orgId))) return;
  const signature = signHead(signer, "checkpoint", orgId, last);
  await client.batch(
    [
      {
        sql: `insert into audit_checkpoints (org_id, seq, hash, signature, created_at) values (?1, ?2, ?3, ?4, ?5)
          on conflict (org_id) do update set seq = ?2, hash = ?3, signature = ?4, created_at = ?5 where seq < ?2`,
        args: [orgId, last.seq, last.hash, signature, now],
      },
      {
        sql: "delete from audit_log where org_id = ? and seq <= ?",
        args: [orgId, last.seq],
      },
    ],
    "write",
  );
}

async function isGenuine(
  client: Client,
  signer: Signer,
  orgId: string,
): Promise<boolean> {
  const head = await readSigned(client, "head", orgId);
  return !head || isHeadSigned(signer, "head", orgId, head);
}

/** The last row before the first one that is kept. */
async function lastOlder(
  client: Client,
  orgId: string,
  before: number,
): Promise<Head | undefined> {
  const { rows } = await client.execute({
    sql: `select seq, hash from audit_log where org_id = ?1
      and seq < coalesce((select min(seq) from audit_log where org_id = ?1 and at >= ?2), 9007199254740991)
      order by seq desc limit 1`,
    args: [orgId, before],
  });
  const [row] = rows;
  return row && { seq: Number(row.seq), hash: String(row.hash ?? "") };
}
