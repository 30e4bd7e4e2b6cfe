import { type Config, ConfigError } from "./config";
import { isLoopback } from "./loopback";

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
