import { BlockList, isIP } from "node:net";
import { z } from "zod";

/** The secret of development; production refuses it. */
const DEVELOPMENT_SECRET = "tenantry-development-secret-never-for-production";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const text = z.string().trim().min(1, "must not be blank");
const secret = z.string().min(32, "must have at least 32 characters");
const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address that starts with https:// or http://",
});
const port = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, "must be between 1 and 65535")
  .max(65535, "must be between 1 and 65535");

/** Every variable the program reads, with what it must be. `.env.example` is held equal to this by a test. */
export const environmentSchema = z.object({
  ENVIRONMENT: z
    .enum(["development", "test", "production"])
    .default("development"),
  HOST: text.optional(),
  PORT: port.default(3000),
  PUBLIC_URL: webAddress.optional(),
  FRONTEND_URL: webAddress.optional(),
  APP_SECRET: secret.optional(),
  JWT_SECRET: secret.optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file|libsql|https?|wss?):/,
      "must start with file:, libsql:, https: or http:",
    )
    .refine(
      (url) => url.startsWith("file:") || URL.canParse(url),
      "must be an address such as libsql://name.turso.io",
    )
    .default("file:./data/tenantry.db"),
  DATABASE_AUTH_TOKEN: text.optional(),
  DATABASE_REPLICA_PATH: text.optional(),
  DATABASE_SYNCHRONOUS: z.enum(["FULL", "NORMAL"]).default("FULL"),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "must be an address that starts with smtps:// or smtp://",
    })
    .optional(),
  SMTP_HOST: text.optional(),
  SMTP_PORT: port.default(587),
  SMTP_USER: text.optional(),
  SMTP_PASSWORD: text.optional(),
  SMTP_FROM: text.default("Tenantry <no-reply@localhost>"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info"),
  TRUSTED_PROXIES: z.string().default("").transform(parseNetworks),
  RATE_LIMIT_FACTOR: z.coerce
    .number("must be a number")
    .positive("must be more than 0")
    .default(1),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .optional(),
  SEED_DEMO: flag.default(true),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  environment: Environment["ENVIRONMENT"];
  host: string;
  port: number;
  /** Origin of every link in a mail and the only origin that may change something with a cookie. */
  publicUrl: URL;
  secret: string;
  database: {
    url: string;
    authToken?: string;
    replicaPath?: string;
    synchronous: "FULL" | "NORMAL";
  };
  /** Absent: mail is captured for `/dev/mail` (development) or waits in the outbox (production). */
  smtp?: { url: string; from: string };
  mailFrom: string;
  logLevel: Environment["LOG_LEVEL"];
  trustedProxies: BlockList;
  /** Multiplies every rate limit; 1 is the documented one. */
  rateLimitFactor: number;
  metricsToken?: string;
  seedDemo: boolean;
}

/** A wrong variable: one line that names it and says what it must be. */
export class ConfigError extends Error {}

/** The only reader of the environment; `main.ts` is its only caller. */
export function loadConfig(
  environment: Record<string, string | undefined>,
): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  const env = parsed.data;
  const production = env.ENVIRONMENT === "production";
  const config: Config = {
    environment: env.ENVIRONMENT,
    host: env.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: env.PORT,
    publicUrl: new URL(
      env.PUBLIC_URL ?? env.FRONTEND_URL ?? `http://localhost:${env.PORT}`,
    ),
    secret: env.APP_SECRET ?? env.JWT_SECRET ?? DEVELOPMENT_SECRET,
    database: {
      url: env.DATABASE_URL,
      authToken: env.DATABASE_AUTH_TOKEN,
      replicaPath: env.DATABASE_REPLICA_PATH,
      synchronous: env.DATABASE_SYNCHRONOUS,
    },
    smtp: smtpOf(env),
    mailFrom: env.SMTP_FROM,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    metricsToken: env.METRICS_TOKEN,
    seedDemo: env.SEED_DEMO,
  };
  if (production) refuseUnsafe(config);
  return config;
}

function refuseUnsafe(config: Config): void {
  if (config.secret === DEVELOPMENT_SECRET)
    throw new ConfigError(
      "APP_SECRET: must be set in production, to at least 32 random characters (openssl rand -base64 32)",
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
}

/** Whether what is sent to the database leaves this machine in clear; a file does not leave it. */
function isEncrypted(databaseUrl: string): boolean {
  const { protocol, hostname, searchParams } = new URL(databaseUrl);
  const isClear =
    protocol === "http:" ||
    protocol === "ws:" ||
    searchParams.get("tls") === "0";
  return !isClear || isLoopback(hostname);
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

function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host === "[::1]" ||
    host === "::1" ||
    /^127(\.\d+){3}$/.test(host)
  );
}

function parseNetworks(list: string, context: z.RefinementCtx): BlockList {
  const networks = new BlockList();
  for (const entry of list.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [, address = "", bits] =
      /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (family === 0 || prefix > longest)
      context.addIssue({
        code: "custom",
        message: `must be networks such as 10.0.0.0/8; "${entry}" is none`,
      });
    else networks.addSubnet(address, prefix, family === 4 ? "ipv4" : "ipv6");
  }
  return networks;
}
