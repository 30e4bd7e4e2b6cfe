import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { type Head, signHead } from "./hash-chain";
import { readSigned, SIGNED_TABLES, type SignedKind } from "./signed-heads";
import { type Verification, verifyAudit } from "./verify";

/** Which signatures are accepted before signing again. */
export interface Accepted {
  /** The signers of former secrets. */
  previous: readonly Signer[];
  /** Whether invalid signatures are accepted too. */
  unsigned: boolean;
}

/**
 * Signs the head and the checkpoint of a chain again after a change of the secret. The hashes are verified before.
 * @returns the verification; if it has a fault, nothing was signed
 */
export async function signAudit(
  client: Client,
  signer: Signer,
  orgId: string,
  { previous, unsigned }: Accepted,
): Promise<Verification> {
  const accepting: Signer = {
    ...signer,
    isSigned: (text, signature) =>
      unsigned ||
      [signer, ...previous].some((one) => one.isSigned(text, signature)),
  };
  const found = await verifyAudit(client, accepting, orgId);
  if (found.fault || found.head.hash === "") return found;
  const checkpoint = await readSigned(client, "checkpoint", orgId);
  await client.batch(
    [
      signatureOf("head", found.head),
      ...(checkpoint ? [signatureOf("checkpoint", checkpoint)] : []),
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
