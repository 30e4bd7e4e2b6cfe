import { ConfigError } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import {
  issuerOf,
  PROVIDER_URL_VARIABLES,
  type ProviderConfig,
} from "#server/kernel/config/identity-providers";

/**
 * Sets the configured issuer in linked accounts that were stored before the issuer column existed. Runs when the server
 * starts.
 * @throws ConfigError if linked accounts have another issuer, because there the same subject may be another user
 */
export async function reconcileIssuers(
  { client }: Pick<Database, "client">,
  providers: readonly ProviderConfig[],
): Promise<void> {
  for (const provider of providers) {
    const issuer = issuerOf(provider);
    for (const table of ["identities", "sign_ups"])
      await client.execute({
        sql: `update or ignore ${table} set issuer = ? where provider = ? and issuer is null`,
        args: [issuer, provider.id],
      });
    const { rows } = await client.execute({
      sql: "select issuer from identities where provider = ? and issuer <> ? limit 1",
      args: [provider.id, issuer],
    });
    const other = rows[0]?.issuer;
    if (other) throw issuerChanged(provider, String(other));
  }
}

/**
 * Deletes the linked accounts of an issuer. Their users can still sign in with another method, or set a password
 * through a mailed link.
 * @returns the number of deleted accounts
 */
export async function forgetIssuer(
  { client }: Pick<Database, "client">,
  issuer: string,
): Promise<number> {
  const { rowsAffected } = await client.execute({
    sql: "delete from identities where issuer = ?",
    args: [issuer],
  });
  return rowsAffected;
}

function issuerChanged(provider: ProviderConfig, stored: string): ConfigError {
  const issuer = issuerOf(provider);
  return new ConfigError(
    `${PROVIDER_URL_VARIABLES[provider.id]}: is ${issuer}, but users have linked accounts of ${stored}, and the same account id may belong to another user there. Set it back, or remove these linked accounts with: tenantry forget-issuer ${stored}`,
  );
}
