import type { Client } from "@libsql/client";
import type { Signer } from "../crypto";
import { type Head, signHead } from "./link";
import { readSigned, SIGNED_TABLES, type SignedKind } from "./signed";
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
  const begun = await readSigned(client, "checkpoint", orgId);
  await client.batch(
    [
      signatureOf("head", found.head),
      ...(begun ? [signatureOf("checkpoint", begun)] : []),
    ],
    "write",
  );
  return found;

  function signatureOf(kind: SignedKind, head: Head) {
    return {
      sql: `update ${SIGNED_TABLES[kind]} set signature = ? where org_id = ? and seq = ? and hash = ?`,
      args: [signHead(signer, kind, orgId, head), orgId, head.seq, head.hash],
    };
  }
}
