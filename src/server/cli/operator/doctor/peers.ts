import { Resolver } from "node:dns/promises";
import type { Config } from "#server/kernel/config/config";
import { isLoopback } from "#server/kernel/loopback";
import { createClient } from "#server/features/billing/stripe/client";
import { PAID_PLANS } from "#shared/plans";
import {
  type Check,
  type Finding,
  fault,
  inTime,
  ok,
  skipped,
  warning,
} from "./finding";

/** Checks of the servers that the program uses. They send no mail and change nothing. */
export function peerChecks(config: Config): Check[] {
  return [
    { name: "mail", run: () => checkMail(config) },
    { name: "redis", run: () => checkRedis(config) },
    { name: "stripe", run: () => checkStripe(config) },
    { name: "dns", run: () => checkDns(config) },
    { name: "proxy", run: () => checkProxy(config) },
  ];
}

async function checkMail({ smtp, environment }: Config): Promise<Finding> {
  if (!smtp)
    return environment === "production"
      ? fault("SMTP_URL is not set: mails wait in the outbox, for three days.")
      : skipped("SMTP_URL is not set: mails are shown at /dev/mail");
  const { host } = new URL(smtp.url);
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(smtp.url);
  try {
    await inTime(transport.verify());
    return ok(`${host} accepts the sign-in; sender ${smtp.from}`);
  } catch (error) {
    return fault(`${host}: ${messageOf(error)}. Check SMTP_URL.`);
  } finally {
    transport.close();
  }
}

async function checkRedis({ redisUrl }: Config): Promise<Finding> {
  if (!redisUrl)
    return skipped("REDIS_URL is not set: this is right for one instance");
  const { host } = new URL(redisUrl);
  const { Redis } = await import("ioredis");
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // The error that ioredis throws below only says that the connection is closed. The event has the reason.
  let reason: unknown;
  redis.on("error", (error) => (reason = error));
  try {
    await inTime(redis.connect());
    await inTime(redis.ping());
    return ok(host);
  } catch (error) {
    return fault(`${host}: ${messageOf(reason ?? error)}. Check REDIS_URL.`);
  } finally {
    redis.disconnect();
  }
}

async function checkStripe({ billing, publicUrl }: Config): Promise<Finding> {
  if (billing.provider !== "stripe")
    return skipped(`BILLING=${billing.provider}`);
  const { apiUrl } = billing.stripe;
  try {
    const stripe = await createClient(billing.stripe);
    for (const plan of PAID_PLANS)
      await inTime(stripe.products.retrieve(`tenantry_${plan}`));
    const endpoints = await inTime(
      stripe.webhookEndpoints.list({ limit: 100 }),
    );
    const address = new URL("/api/webhooks/stripe", publicUrl).href;
    const endpoint = endpoints.data.find(({ url }) => url === address);
    return endpoint?.status === "enabled"
      ? ok(`plans and webhook are set up at ${apiUrl.host}`)
      : fault(
          `no enabled webhook for ${address}: changes of subscriptions arrive late. Run \`tenantry billing setup\`.`,
        );
  } catch (error) {
    return fault(
      `${apiUrl.host}: ${messageOf(error)}. Check STRIPE_SECRET_KEY, and run \`tenantry billing setup\`.`,
    );
  }
}

/** Asks for TXT records, as the verification of a domain does, of a name that each public name server knows. */
async function checkDns({ dnsServers }: Config): Promise<Finding> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  const servers = resolver.getServers().join(", ") || "no name server";
  try {
    await inTime(resolver.resolveTxt("com"));
  } catch (error) {
    const code = error instanceof Error && "code" in error && error.code;
    // This code means that the name exists and has no TXT record.
    if (code !== "ENODATA")
      return warning(
        `${servers}: ${messageOf(error)}. Domains of organizations cannot be verified. Set DNS_SERVERS to name servers that know the public DNS.`,
      );
  }
  return ok(servers);
}

function checkProxy({
  environment,
  publicUrl,
  trustedProxies,
}: Config): Finding {
  const isBehindProxy =
    environment === "production" && !isLoopback(publicUrl.hostname);
  if (!isBehindProxy) return skipped("only production runs behind a proxy");
  return trustedProxies.rules.length > 0
    ? ok("TRUSTED_PROXIES is set")
    : warning(
        "TRUSTED_PROXIES is not set: all users count as one client of the rate limits. Set it to the network of your proxy.",
      );
}

/** The message of an error, or of the first error that it collects. Stripe's messages can have several lines. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return messageOf(error.errors[0]);
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0]?.replace(/\.$/, "") ?? "";
}
