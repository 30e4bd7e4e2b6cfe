import type { BlockList } from "node:net";
import { type BillingConfig, readBilling } from "./billing";
import { type Environment, environmentSchema } from "./environment";
import { filePathOf } from "#server/kernel/db/file-path";
import { isLoopback } from "#server/kernel/loopback";
import {
  PROVIDER_URL_VARIABLES,
  type ProviderConfig,
  readProviders,
} from "./identity-providers";

/**
 * The constant secret of tests, and of a development installation before it has its own secret. Production refuses it.
 */
const DEVELOPMENT_SECRET = "tenantry-development-secret-never-for-production";

export interface Config {
  environment: Environment["ENVIRONMENT"];
  /** Who can read captured mail and use the demo accounts: only this machine, or every client. */
  devPages: Environment["DEV_PAGES"];
  host: string;
  port: number;
  /**
   * The origin of the web client. Links in mails start with it, and only pages of this origin may send changes with a
   * session cookie.
   */
  publicUrl: URL;
  secret: string;
  /** Former values of the secret. They only decrypt values that the database contains. */
  previousSecrets: string[];
  /** The file with the generated secret; only in development without `APP_SECRET`. */
  ownSecretFile?: string;
  database: {
    url: string;
    authToken?: string;
    replica?: { path: string; maxLagMs: number };
    synchronous: "FULL" | "NORMAL";
  };
  /** Without SMTP settings, development captures mail for `/dev/mail`, and in production mail waits in the outbox. */
  smtp?: { url: string; from: string };
  mailFrom: string;
  /** The address to which users write for help; the web app shows it. */
  supportEmail?: string;
  /**
   * The Redis server through which instances share rate limits and live events. Without it each instance works alone.
   */
  redisUrl?: string;
  billing: BillingConfig;
  providers: ProviderConfig[];
  /**
   * The DNS servers that are asked for the records of domains. If the list is empty, those of the operating system are
   * asked.
   */
  dnsServers: string[];
  logLevel: Environment["LOG_LEVEL"];
  /** A request that takes this many milliseconds is logged as a warning. */
  slowRequestMs: number;
  trustedProxies: BlockList;
  /** Multiplies every rate limit; 1 gives the documented limits. */
  rateLimitFactor: number;
  metricsToken?: string;
  seedDemo: boolean;
}

/** An environment variable is invalid. The message is one line with the name of the variable and the allowed values. */
export class ConfigError extends Error {}

/** Reads the configuration from environment variables. Only the command line calls this function. */
export function loadConfig(
  environment: Record<string, string | undefined>,
): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(given), {
    // The schema is used once, so compiled code would not pay off.
    jitless: true,
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  const env = parsed.data;
  const production = env.ENVIRONMENT === "production";
  const config: Config = {
    environment: env.ENVIRONMENT,
    devPages: env.DEV_PAGES,
    host: env.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: env.PORT,
    publicUrl: new URL(
      env.PUBLIC_URL ?? env.FRONTEND_URL ?? `http://localhost:${env.PORT}`,
    ),
    ...secretsOf(env),
    database: {
      url: env.DATABASE_URL,
      authToken: env.DATABASE_AUTH_TOKEN,
      replica: replicaOf(env),
      synchronous: env.DATABASE_SYNCHRONOUS,
    },
    smtp: smtpOf(env),
    mailFrom: env.SMTP_FROM,
    supportEmail: env.SUPPORT_EMAIL,
    redisUrl: env.REDIS_URL,
    billing: readBilling(env, refuse),
    providers: readProviders(env, refuse),
    dnsServers: env.DNS_SERVERS,
    logLevel: env.LOG_LEVEL,
    slowRequestMs: env.SLOW_REQUEST_MS,
    trustedProxies: env.TRUSTED_PROXIES,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    metricsToken: env.METRICS_TOKEN,
    seedDemo: env.SEED_DEMO,
  };
  if (production) refuseUnsafe(config);
  return config;
}

function secretsOf(
  env: Environment,
): Pick<Config, "secret" | "previousSecrets" | "ownSecretFile"> {
  const given = env.APP_SECRET ?? env.JWT_SECRET;
  const secret = given ?? DEVELOPMENT_SECRET;
  const previousSecrets = env.APP_SECRET_PREVIOUS;
  if (env.ENVIRONMENT !== "development") return { secret, previousSecrets };
  // Development data from before `APP_SECRET` was set may be encrypted with the constant secret.
  if (given !== undefined)
    return {
      secret,
      previousSecrets: [...previousSecrets, DEVELOPMENT_SECRET],
    };
  const ownSecretFile = besideDatabase(env.DATABASE_URL);
  return { secret, previousSecrets, ownSecretFile };
}

function besideDatabase(url: string): string {
  const path = filePathOf(url);
  return path === undefined ? "data/development.secret" : `${path}.secret`;
}

function refuse(message: string): never {
  throw new ConfigError(message);
}

function refuseUnsafe(config: Config): void {
  if (config.secret === DEVELOPMENT_SECRET)
    throw new ConfigError(
      "APP_SECRET: must be set in production, to at least 32 random characters (openssl rand -base64 32)",
    );
  if (config.previousSecrets.includes(DEVELOPMENT_SECRET))
    throw new ConfigError(
      "APP_SECRET_PREVIOUS: must not contain the secret of development in production, because it is public",
    );
  if (
    config.publicUrl.protocol !== "https:" &&
    !isLoopback(config.publicUrl.hostname)
  )
    throw new ConfigError("PUBLIC_URL: must start with https:// in production");
  if (!isEncrypted(config.database.url))
    throw new ConfigError(
      "DATABASE_URL: must be encrypted in production (libsql://… or https://…)",
    );
  if (config.smtp) {
    const url = new URL(config.smtp.url);
    const encrypted =
      url.protocol === "smtps:" ||
      url.searchParams.get("requireTLS") === "true";
    if (!encrypted && !isLoopback(url.hostname))
      throw new ConfigError(
        "SMTP_URL: must be encrypted in production (smtps://…, or smtp://…?requireTLS=true)",
      );
  }
  if (config.redisUrl && !isPrivate(config.redisUrl, "rediss:"))
    throw new ConfigError(
      "REDIS_URL: must be encrypted in production (rediss://…)",
    );
  const { billing } = config;
  if (
    billing.provider === "stripe" &&
    !isPrivate(billing.stripe.apiUrl.href, "https:")
  )
    throw new ConfigError(
      "STRIPE_API_URL: must start with https:// in production",
    );
  config.providers.forEach(refuseUnsafeProvider);
}

function refuseUnsafeProvider({ id, url }: ProviderConfig): void {
  if (!isPrivate(url, "https:"))
    throw new ConfigError(
      `${PROVIDER_URL_VARIABLES[id]}: must start with https:// in production`,
    );
}

function isPrivate(address: string, encrypted: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === encrypted || isLoopback(hostname);
}

/** Whether the connection to the database is encrypted or stays on this machine. */
function isEncrypted(databaseUrl: string): boolean {
  const { protocol, hostname, searchParams } = new URL(databaseUrl);
  const isClear =
    protocol === "http:" ||
    protocol === "ws:" ||
    searchParams.get("tls") === "0";
  return !isClear || isLoopback(hostname);
}

function replicaOf(env: Environment): Config["database"]["replica"] {
  const path = env.DATABASE_REPLICA_PATH;
  return path ? { path, maxLagMs: env.REPLICA_MAX_LAG * 1000 } : undefined;
}

function smtpOf(env: Environment): Config["smtp"] {
  if (env.SMTP_URL) return { url: env.SMTP_URL, from: env.SMTP_FROM };
  if (!env.SMTP_HOST) return undefined;
  const url = new URL(
    `${env.SMTP_PORT === 465 ? "smtps" : "smtp"}://${env.SMTP_HOST}:${env.SMTP_PORT}`,
  );
  if (env.SMTP_USER) url.username = encodeURIComponent(env.SMTP_USER);
  if (env.SMTP_PASSWORD) url.password = encodeURIComponent(env.SMTP_PASSWORD);
  if (url.protocol === "smtp:" && !isLoopback(env.SMTP_HOST))
    url.searchParams.set("requireTLS", "true");
  return { url: url.href, from: env.SMTP_FROM };
}
