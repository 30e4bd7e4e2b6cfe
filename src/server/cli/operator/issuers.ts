import { ConfigError } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import {
  issuerOf,
  PROVIDER_URL_VARIABLES,
  type ProviderConfig,
} from "#server/kernel/config/identity-providers";

/**
 * To be called at a start. Gives rows from before issuers were stored the configured issuer of their provider.
 * @throws ConfigError when linked accounts are of another issuer, where the same subject may be another person
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
    if (other) throw anotherIssuer(provider, String(other));
  }
}

/**
 * Removes the accounts that are linked from an issuer. Their owners sign in another way, or choose a password by mail.
 * @returns how many
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

function anotherIssuer(provider: ProviderConfig, stored: string): ConfigError {
  const issuer = issuerOf(provider);
  return new ConfigError(
    `${PROVIDER_URL_VARIABLES[provider.id]}: is ${issuer}, but users linked accounts of ${stored}, and the same account id may be another person's there. Set it back, or remove those links with: tenantry forget-issuer ${stored}`,
  );
}
