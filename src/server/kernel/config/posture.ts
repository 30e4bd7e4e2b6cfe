import { type Config, ConfigError } from "./config";
import { isLoopback } from "#server/kernel/loopback";

/**
 * Development and test show mailed tokens and the passwords of the sample people, and are meant for one machine.
 * @throws ConfigError when other machines are to reach the program, unless `DEV_PAGES` allows it
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
      ? `HOST is ${host}, where other machines reach the program`
      : undefined;
  if (reason !== undefined)
    throw new ConfigError(
      `ENVIRONMENT: must be production, because ${reason}. Write ENVIRONMENT=production. Or write DEV_PAGES=public, if everyone who reaches the program may read all its mail and use its sample accounts.`,
    );
}

/**
 * What the operator should know of settings that are allowed and unusual, a sentence each.
 * @param providerBefore who took the money before, where the operator has not decided yet what organizations keep
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
      "DEV_PAGES=public: everyone who reaches the program can read its mail at /dev/mail",
    );
  if (isProduction && provider === "fake")
    warnings.push(
      "BILLING=fake: every admin can have paid plans for no money, because BILLING_FAKE_IN_PRODUCTION allows it",
    );
  if (providerBefore !== undefined)
    warnings.push(
      `BILLING: it is ${provider} and was ${providerBefore}. Organizations that subscribed to nothing there still have the plans and limits from before. Run "billing adopt --free" to give them what a new organization has, or "billing adopt --keep".`,
    );
  return warnings;
}
