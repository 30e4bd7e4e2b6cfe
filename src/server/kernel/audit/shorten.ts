import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { inPortions } from "#server/kernel/db/portions";
import { type Head, isHeadSigned, signHead } from "./hash-chain";
import { readSigned } from "./signed-heads";

/**
 * Which audit events to delete: those of an organization that are older than `before`. Moments are in milliseconds
 * since 1970 UTC.
 */
export interface Shortening {
  orgId: string;
  before: number;
  now: number;
}

/**
 * Deletes the oldest events of an audit log in portions. The batch that deletes a portion also stores a signed
 * checkpoint of its last event, so that the remaining events can be verified after each portion.
 */
export async function shortenLog(
  client: Client,
  signer: Signer,
  shortening: Shortening,
  signal?: AbortSignal,
): Promise<void> {
  await inPortions(async (rows) => {
    const { orgId, before } = shortening;
    const last = await lastRowOfPortion(client, orgId, before, rows);
    // A log whose head has an invalid signature is not shortened, so that the operator can examine it.
    if (!last || !(await hasSignedHead(client, signer, orgId))) return false;
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

async function hasSignedHead(
  client: Client,
  signer: Signer,
  orgId: string,
): Promise<boolean> {
  const head = await readSigned(client, "head", orgId);
  return !head || isHeadSigned(signer, "head", orgId, head);
}

/** Returns the last event that the next portion deletes. All events up to this event are older than `before`. */
async function lastRowOfPortion(
  client: Client,
  orgId: string,
  before: number,
  limit: number,
): Promise<Head | undefined> {
  const { rows } = await client.execute({
    sql: `with oldest as (select seq, at from audit_log where org_id = ?1 order by seq limit ${limit})
      select seq, hash from audit_log where org_id = ?1 and seq = (
        select max(seq) from oldest
        where seq < coalesce((select min(seq) from oldest where at >= ?2), 9007199254740991))`,
    args: [orgId, before],
  });
  const [row] = rows;
  return row && { seq: Number(row.seq), hash: String(row.hash ?? "") };
}
