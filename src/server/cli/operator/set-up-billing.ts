import { createClient } from "#server/features/billing/stripe/client";
import { setUpStripe } from "#server/features/billing/stripe/setup";
import { type Config, ConfigError } from "#server/kernel/config/config";

/**
 * Sets up Stripe for this installation. The command needs no other setting than the secret key.
 * @returns a line for each step
 * @throws ConfigError without a key
 */
export async function setUpBilling({
  billing,
  publicUrl,
}: Pick<Config, "billing" | "publicUrl">): Promise<string[]> {
  if (billing.provider !== "stripe")
    throw new ConfigError("STRIPE_SECRET_KEY: must be set to set Stripe up");
  const endpoint = new URL("/api/webhooks/stripe", publicUrl);
  return setUpStripe(await createClient(billing.stripe), endpoint);
}
