import type { Environment } from "./environment";

/** The payment provider; with `off` every organization has everything. */
export type BillingConfig =
  { provider: "off" | "fake" } | { provider: "stripe"; stripe: StripeConfig };

export interface StripeConfig {
  secretKey: string;
  /** Verifies webhooks. */
  webhookSecret: string;
  apiUrl: URL;
}

/**
 * Stripe where its keys are set; otherwise `off` in production and the demo's Stripe elsewhere. Production refuses the demo
 * unless `BILLING_FAKE_IN_PRODUCTION` allows it.
 */
export function readBilling(
  env: Environment,
  refuse: (message: string) => never,
): BillingConfig {
  const { STRIPE_SECRET_KEY: secretKey } = env;
  const { STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  const production = env.ENVIRONMENT === "production";
  const provider =
    env.BILLING ?? (secretKey ? "stripe" : production ? "off" : "fake");
  if (provider === "fake" && production && !env.BILLING_FAKE_IN_PRODUCTION)
    return refuse(
      "BILLING: must be off or stripe in production, because fake gives paid plans for no money; to allow that, write BILLING_FAKE_IN_PRODUCTION=true",
    );
  if (provider !== "stripe") return { provider };
  if (!secretKey)
    return refuse("STRIPE_SECRET_KEY: must be set where BILLING is stripe");
  if (!webhookSecret)
    return refuse(
      "STRIPE_WEBHOOK_SECRET: must be set beside STRIPE_SECRET_KEY; Stripe shows it with the webhook endpoint",
    );
  const apiUrl = new URL(env.STRIPE_API_URL);
  return { provider, stripe: { secretKey, webhookSecret, apiUrl } };
}
