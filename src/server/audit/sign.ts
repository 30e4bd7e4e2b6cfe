import type { Client } from "@libsql/client";
import type { Signer } from "../crypto";
import { signHead } from "./link";
import { type Verification, verifyAudit } from "./verify";

/**
 * Signs the ends of a chain anew, for whoever gave the program another secret. Everything else must be as it was
 * written: the hashes are checked before.
 * @returns what was found; nothing was signed if it has a fault
 */
export async function signAudit(
  client: Client,
  signer: Signer,
  orgId: string,
): Promise<Verification> {
  const trusting = { ...signer, isSigned: () => true };
  const found = await verifyAudit(client, trusting, orgId);
  if (found.fault || found.head.hash === "") return found;
  const { rows } = await client.execute({
    sql: "select seq, hash from audit_checkpoints where org_id = ?",
    args: [orgId],
  });
  const checkpoints = rows.map((row) => ({
    seq: Number(row.seq),
    hash: String(row.hash),
  }));
  await client.batch(
    [
      update("audit_heads", "head", found.head),
      ...checkpoints.map((one) =>
        update("audit_checkpoints", "checkpoint", one),
      ),
    ],
    "write",
  );
  return found;

  function update(
    table: "audit_heads" | "audit_checkpoints",
    kind: "head" | "checkpoint",
    head: { seq: number; hash: string },
  ) {
    const signature = signHead(signer, kind, orgId, head);
    return {
      sql: `update ${table} set signature = ? where org_id = ? and seq = ? and hash = ?`,
      args: [signature, orgId, head.seq, head.hash],
    };
  }
}
