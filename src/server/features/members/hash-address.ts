import { createSigner, type Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { addressKeys } from "#server/core/memberships/table";

const signers = new WeakMap<Database, Signer>();

/**
 * Hashes an email address (HMAC-SHA256 with a key of the database, base64url), so that former members can be recognized
 * without storing their address.
 * @param address normalized, as accounts store it
 */
export async function hashAddress(
  db: Database,
  address: string,
): Promise<string> {
  const signer = signers.get(db) ?? (await readSigner(db));
  signers.set(db, signer);
  return signer.sign(address);
}

async function readSigner({ drizzle }: Database): Promise<Signer> {
  const row = await drizzle.select().from(addressKeys).get();
  if (!row) throw new Error("The database has no key for addresses.");
  return createSigner(row.key, "former members");
}
