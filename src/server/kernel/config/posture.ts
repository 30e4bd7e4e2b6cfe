import { type Config, ConfigError } from "./config";
import { isLoopback } from "#server/kernel/loopback";

/**
 * Refuses a public address in development and test, because their pages show mailed tokens and the passwords of the
 * demo accounts.
 * @throws ConfigError when other machines can reach the program and `DEV_PAGES` does not allow it
 */
export function refusePublicAddress({
  environment,
  devPages,
  host,
  publicUrl,
}: Pick<Config, "environment" | "devPages" | "host" | "publicUrl">): void {
  if (environment === "production" || devPages === "public") return;
  const reason = !isLoopback(publicUrl.hostname)
    ? `PUBLIC_URL is ${publicUrl.origin}, which is not on this machine`
    : !isLoopback(host)
      ? `HOST is ${host}, which other machines can reach`
      : undefined;
  if (reason !== undefined)
    throw new ConfigError(
      `ENVIRONMENT: must be production, because ${reason}. Set ENVIRONMENT=production. Or set DEV_PAGES=public, if every client may read all mail and use the demo accounts.`,
    );
}

/**
 * Returns a warning for the operator for each setting that is allowed but unusual.
 * @param providerBefore the former payment provider, until the operator has decided which plans organizations keep
 */
export function startWarnings(
  {
    environment,
    devPages,
    billing: { provider },
  }: Pick<Config, "environment" | "devPages" | "billing">,
  providerBefore: string | undefined,
): string[] {
  const isProduction = environment === "production";
  const warnings: string[] = [];
  if (!isProduction && devPages === "public")
    warnings.push(
      "DEV_PAGES=public: every client can read all mail at /dev/mail",
    );
  if (isProduction && provider === "fake")
    warnings.push(
      "BILLING=fake: every admin can get paid plans for free, because BILLING_FAKE_IN_PRODUCTION allows it",
    );
  if (providerBefore !== undefined)
    warnings.push(
      `BILLING: changed from ${providerBefore} to ${provider}. Organizations without a subscription there still have their former plans and limits. Run "billing adopt --free" to reset them to a new organization's plan, or "billing adopt --keep".`,
    );
  return warnings;
}
