import type { Config } from "#server/kernel/config/config";
import { createSealer, type Sealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { inPortions } from "#server/kernel/db/portions";
import type { Statement } from "#server/kernel/db/statement";

const PORTION = 500;

interface Resealed {
  resealed: number;
  /** The number of values that neither the current secret nor a previous one can decrypt. */
  unreadable: number;
}

interface Stored {
  userId: string;
  sealed: string;
}

/**
 * Encrypts the secrets of all authenticator apps with the current `APP_SECRET`, so that they no longer need a previous
 * one. The command can run beside the server, and can be repeated.
 */
export async function resealSecrets(
  { client }: Database,
  { secret, previousSecrets }: Pick<Config, "secret" | "previousSecrets">,
): Promise<Resealed> {
  const current = createSealer(secret, "totp");
  const any = createSealer(secret, "totp", previousSecrets);
  const total: Resealed = { resealed: 0, unreadable: 0 };
  let after = "";
  await inPortions(async () => {
    const portion = await readPortion(client, after);
    after = portion.at(-1)?.userId ?? after;
    const old = portion.filter(({ sealed }) => !opens(current, sealed));
    const readable = old.filter(({ sealed }) => opens(any, sealed));
    if (readable.length > 0)
      await client.batch(
        readable.map((row) => replacement(row, current, any)),
        "write",
      );
    total.resealed += readable.length;
    total.unreadable += old.length - readable.length;
    return portion.length === PORTION;
  });
  return total;
}

interface SecretCounts {
  /** Readable with the current secret. */
  current: number;
  /** Readable only with a previous secret. */
  previous: number;
  unreadable: number;
}

/** Counts the secrets of authenticator apps by the `APP_SECRET` that can decrypt them. */
export async function countSecrets(
  { client }: Database,
  { secret, previousSecrets }: Pick<Config, "secret" | "previousSecrets">,
): Promise<SecretCounts> {
  const current = createSealer(secret, "totp");
  const any = createSealer(secret, "totp", previousSecrets);
  const counts: SecretCounts = { current: 0, previous: 0, unreadable: 0 };
  let after = "";
  await inPortions(async () => {
    const portion = await readPortion(client, after);
    after = portion.at(-1)?.userId ?? after;
    for (const { sealed } of portion)
      counts[
        opens(current, sealed)
          ? "current"
          : opens(any, sealed)
            ? "previous"
            : "unreadable"
      ] += 1;
    return portion.length === PORTION;
  });
  return counts;
}

async function readPortion(
  client: Database["client"],
  after: string,
): Promise<Stored[]> {
  const { rows } = await client.execute({
    sql: "select user_id, sealed from totp_secrets where user_id > ? order by user_id limit ?",
    args: [after, PORTION],
  });
  return rows.map(({ user_id, sealed }) => ({
    userId: String(user_id),
    sealed: String(sealed),
  }));
}

/** Updates the stored secret only if it is unchanged since the read: the user may have set up a new authenticator app. */
function replacement(
  { userId, sealed }: Stored,
  current: Sealer,
  any: Sealer,
): Statement {
  return {
    sql: "update totp_secrets set sealed = ? where user_id = ? and sealed = ?",
    args: [current.seal(any.open(sealed)), userId, sealed],
  };
}

function opens(sealer: Sealer, sealed: string): boolean {
  try {
    sealer.open(sealed);
    return true;
  } catch {
    return false;
  }
}
