import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { type Head, signHead } from "./hash-chain";
import { readSigned, SIGNED_TABLES, type SignedKind } from "./signed-heads";
import { type Verification, verifyAudit } from "./verify";

/** The signatures that an audit log may have before it is signed again. */
export interface Accepted {
  /** The signers of former values of APP_SECRET. */
  previous: readonly Signer[];
  /** Whether invalid signatures are accepted too. */
  unsigned: boolean;
}

/**
 * Verifies an audit chain, and signs its head and checkpoint again after a change of APP_SECRET.
 * @returns the result of the verification; if it contains a fault, nothing was signed
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
