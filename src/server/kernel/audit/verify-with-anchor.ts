import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import type { Finding } from "./describe";
import type { Head } from "./hash-chain";
import { type Verification, verifyAudit } from "./verify";

export interface AnchoredVerification extends Omit<Verification, "fault"> {
  finding: Finding | null;
}

/** Verifies an audit log. If an anchor is given, the log must also contain the event of the anchor. */
export async function verifyWithAnchor(
  client: Client,
  signer: Signer,
  orgId: string,
  anchor?: string,
): Promise<AnchoredVerification> {
  const { fault, ...found } = await verifyAudit(client, signer, orgId);
  const isMissing =
    anchor !== undefined && !(await holdsAnchor(client, orgId, anchor));
  const missing: Finding | null = isMissing
    ? { kind: "anchor", seq: seqOf(anchor) }
    : null;
  return { ...found, finding: fault ?? missing };
}

/** Returns a head as the text `<seq>:<hash>`, which the operator keeps outside of the database. */
export function anchorOf({ seq, hash }: Head): string {
  return `${seq}:${hash}`;
}

export function seqOf(anchor: string): number {
  return Number(anchor.split(":")[0]);
}

/** Whether the audit log contains the event of the anchor, or retention has deleted that event. */
export async function holdsAnchor(
  client: Client,
  orgId: string,
  anchor: string,
): Promise<boolean> {
  const hash = anchor.slice(anchor.indexOf(":") + 1);
  const { rows } = await client.execute({
    sql: `select 1 from audit_log where org_id = ?1 and seq = ?2 and hash = ?3
      union select 1 from audit_checkpoints where org_id = ?1 and seq >= ?2`,
    args: [orgId, seqOf(anchor), hash],
  });
  return rows.length > 0;
}
