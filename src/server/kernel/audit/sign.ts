import type { Client } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { type Head, signHead } from "./hash-chain";
import { readSigned, SIGNED_TABLES, type SignedKind } from "./signed-heads";
import { type Verification, verifyAudit } from "./verify";

/** Which ends of a chain are signed again. */
export interface Accepted {
  /** Of the secrets from before the present one. */
  previous: readonly Signer[];
  /** Whether an end that none of them signed is accepted too. */
  unsigned: boolean;
}

/**
 * Signs the ends of a chain again, after the program's secret was changed. Everything else must be as it was written:
 * the hashes are checked before.
 * @returns what was found; nothing was signed if it has a fault
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
