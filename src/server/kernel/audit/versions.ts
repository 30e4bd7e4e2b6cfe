import type { Client } from "@libsql/client";
import type { Database } from "#server/kernel/db/client";
import type { StoredHead, Versions } from "#server/kernel/db/versions";
import { createKeyedMutex } from "./keyed-mutex";

/**
 * Uses the head of an organization's audit chain as the version of the organization, because every change of the
 * organization moves this head.
 */
export function createVersions({ client }: Database): Versions {
  const mutex = createKeyedMutex();
  return {
    lock: (orgIds) => mutex.acquire(orgIds),
    isLocked: (orgId) => mutex.isHeld([orgId]),
    readHeads: (orgIds) => readHeads(client, orgIds),
  };
}

async function readHeads(
  client: Client,
  orgIds: readonly string[],
): Promise<StoredHead[]> {
  const { rows } = await client.execute({
    sql: `select org_id, seq, hash, signature from audit_heads where org_id in (${orgIds.map(() => "?").join(", ")})`,
    args: [...orgIds],
  });
  const heads = new Map(rows.map((row) => [String(row.org_id), row]));
  return orgIds.map((orgId) => {
    const row = heads.get(orgId);
    if (!row) return null;
    const { seq, hash, signature } = row;
    return {
      seq: Number(seq),
      hash: String(hash),
      signature: String(signature),
    };
  });
}
