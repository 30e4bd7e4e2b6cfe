import type { Environment } from "./environment";

/** The payment provider. With `off` every organization has all features without limits. */
export type BillingConfig =
  { provider: "off" | "fake" } | { provider: "stripe"; stripe: StripeConfig };

export interface StripeConfig {
  secretKey: string;
  /** The key that verifies the signatures of Stripe's webhooks. */
  webhookSecret: string;
  apiUrl: URL;
}

/**
 * Returns the provider of `BILLING`; by default Stripe if its key is set, otherwise `off` in production and `fake`,
 * which takes no real money, elsewhere. Production refuses `fake` unless `BILLING_FAKE_IN_PRODUCTION` allows it.
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
      "BILLING: must be off or stripe in production, because fake gives away paid plans; to allow that, set BILLING_FAKE_IN_PRODUCTION=true",
    );
  if (provider !== "stripe") return { provider };
  if (!secretKey)
    return refuse("STRIPE_SECRET_KEY: must be set when BILLING is stripe");
  if (!webhookSecret)
    return refuse(
      "STRIPE_WEBHOOK_SECRET: must be set with STRIPE_SECRET_KEY; Stripe shows it at the webhook endpoint",
    );
  const apiUrl = new URL(env.STRIPE_API_URL);
  return { provider, stripe: { secretKey, webhookSecret, apiUrl } };
}
