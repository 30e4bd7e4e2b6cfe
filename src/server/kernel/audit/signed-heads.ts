import type { Client } from "@libsql/client";
import type { SignedHead } from "./hash-chain";

/**
 * The tables of signed events. `head` is the last event of an audit chain, `checkpoint` is the last deleted event of a
 * shortened chain.
 */
export const SIGNED_TABLES = {
  head: "audit_heads",
  checkpoint: "audit_checkpoints",
} as const;

export type SignedKind = keyof typeof SIGNED_TABLES;

export async function readSigned(
  client: Client,
  kind: SignedKind,
  orgId: string,
): Promise<SignedHead | undefined> {
  const { rows } = await client.execute({
    sql: `select seq, hash, signature from ${SIGNED_TABLES[kind]} where org_id = ?`,
    args: [orgId],
  });
  const [row] = rows;
  return (
    row && {
      seq: Number(row.seq),
      hash: String(row.hash),
      signature: String(row.signature),
    }
  );
}
