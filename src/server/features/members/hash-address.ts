import { createSigner, type Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { addressKeys } from "#server/core/memberships/table";

const signers = new WeakMap<Database, Signer>();

/**
 * A keyed hash of an address (HMAC-SHA256, base64url), under which an organization remembers whom it removed.
 * @param address as accounts store it
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
