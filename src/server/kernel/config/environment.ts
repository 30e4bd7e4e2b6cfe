import { BlockList, isIP } from "node:net";
import { z } from "zod";

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

/** All environment variables of the program, with their allowed values. A test compares them with `.env.example`. */
export const environmentSchema = z.object({
  ENVIRONMENT: z
    .enum(["development", "test", "production"])
    .default("development"),
  DEV_PAGES: z.enum(["local", "public"]).default("local"),
  HOST: text.optional(),
  PORT: port.default(3000),
  PUBLIC_URL: webAddress.optional(),
  FRONTEND_URL: webAddress.optional(),
  APP_SECRET: secret.optional(),
  JWT_SECRET: secret.optional(),
  APP_SECRET_PREVIOUS: z.string().default("").transform(parseSecrets),
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
  REPLICA_MAX_LAG: z.coerce
    .number("must be a number")
    .int("must be a whole number of seconds")
    .min(5, "must be between 5 and 3600 seconds")
    .max(3600, "must be between 5 and 3600 seconds")
    .default(30),
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
  SUPPORT_EMAIL: z.email("must be an email address").optional(),
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  GITHUB_URL: webAddress.default("https://github.com"),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  GOOGLE_ISSUER: webAddress.default("https://accounts.google.com"),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.max(40, "must have at most 40 characters").default("SSO"),
  OIDC_TRUSTS_EMAIL: flag.default(false),
  BILLING: z.enum(["off", "fake", "stripe"]).optional(),
  BILLING_FAKE_IN_PRODUCTION: flag.default(false),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_/, "must be a key that starts with sk_ or rk_")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "must be a secret that starts with whsec_")
    .optional(),
  STRIPE_API_URL: webAddress.default("https://api.stripe.com"),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error: "must be an address that starts with redis:// or rediss://",
    })
    .optional(),
  DNS_SERVERS: z.string().default("").transform(parseServers),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info"),
  TRUSTED_PROXIES: z.string().default("").transform(parseNetworks),
  RATE_LIMIT_FACTOR: z.coerce
    .number("must be a number")
    .positive("must be more than 0")
    .default(1),
  SLOW_REQUEST_MS: z.coerce
    .number("must be a number of milliseconds")
    .positive("must be more than 0")
    .default(1000),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .optional(),
  SEED_DEMO: flag.default(true),
});

export type Environment = z.infer<typeof environmentSchema>;

function parseSecrets(list: string, context: z.RefinementCtx): string[] {
  const secrets = list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (secrets.some((former) => !secret.safeParse(former).success))
    context.addIssue({
      code: "custom",
      message:
        "must be secrets of at least 32 characters, with commas between them",
    });
  return secrets;
}

/** Matches the IP address of a DNS server with an optional port. An IPv6 address with a port is in brackets. */
const NAME_SERVER = /^(?:\[([\da-f:.]+)\]|([\d.]+))(?::(\d{1,5}))?$/i;

function parseServers(list: string, context: z.RefinementCtx): string[] {
  const servers = list.split(",").map((part) => part.trim());
  return servers.filter((entry) => {
    if (entry === "") return false;
    const [, v6, v4, ownPort = "53"] = NAME_SERVER.exec(entry) ?? [];
    if (isIP(v6 ?? v4 ?? entry) === 0 || !port.safeParse(ownPort).success)
      context.addIssue({
        code: "custom",
        message: `must be addresses such as 9.9.9.9 or 10.0.0.2:5353; "${entry}" is not`,
      });
    return true;
  });
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
        message: `must be networks such as 10.0.0.0/8; "${entry}" is not`,
      });
    else networks.addSubnet(address, prefix, family === 4 ? "ipv4" : "ipv6");
  }
  return networks;
}
