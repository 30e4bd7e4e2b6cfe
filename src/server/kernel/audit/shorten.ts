import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { inPortions } from "#server/kernel/db/portions";
import { type Head, isHeadSigned, signHead } from "./hash-chain";
import { readSigned } from "./signed-heads";

/** Where an organization's log is shortened to: rows from before the moment `before` go. */
export interface Shortening {
  orgId: string;
  before: number;
  now: number;
}

/**
 * Removes the oldest rows of a log, in portions. Each portion is one batch with the signed checkpoint that takes the
 * place of its rows, so that the rest can be verified at every moment, and after a process that ended in between.
 */
export async function shortenLog(
  client: Client,
  signer: Signer,
  shortening: Shortening,
  signal?: AbortSignal,
): Promise<void> {
  await inPortions(async (rows) => {
    const { orgId, before } = shortening;
    const last = await lastOfPortion(client, orgId, before, rows);
    // A log that was written anew stays as it is, until its operator has looked at it.
    if (!last || !(await isGenuine(client, signer, orgId))) return false;
    await removeUpTo(client, signer, shortening, last);
    return true;
  }, signal);
}

async function removeUpTo(
  client: Client,
  signer: Signer,
  { orgId, now }: Shortening,
  last: Head,
): Promise<void> {
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

/** The last of the oldest rows before the first one that is kept: of one portion at most. */
async function lastOfPortion(
  client: Client,
  orgId: string,
  before: number,
  most: number,
): Promise<Head | undefined> {
  const { rows } = await client.execute({
    sql: `with oldest as (select seq, at from audit_log where org_id = ?1 order by seq limit ${most})
      select seq, hash from audit_log where org_id = ?1 and seq = (
        select max(seq) from oldest
        where seq < coalesce((select min(seq) from oldest where at >= ?2), 9007199254740991))`,
    args: [orgId, before],
  });
  const [row] = rows;
  return row && { seq: Number(row.seq), hash: String(row.hash ?? "") };
}
