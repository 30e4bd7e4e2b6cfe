import type { Logger } from "pino";
import type { BillingProvider } from "./core/billing/provider";
import type { DemoEvent, StoreOptions } from "./features/billing/demo/store";
import type { StripeFailure } from "./features/billing/stripe/client";
import { createStripeBilling } from "./features/billing/stripe/stripe";
import type { DemoStripe } from "./http/dev/stripe/demo-stripe";
import type { WebhookMessage } from "./http/dev/stripe/webhook";
import type { Config } from "./kernel/config/config";
import { createSigner } from "./kernel/crypto";

interface Payments {
  provider?: BillingProvider;
  /** Only with `BILLING=fake`. */
  demo?: { stripe: DemoStripe; sign(event: DemoEvent): WebhookMessage };
}

/** The payment provider by the configuration. The demo's Stripe is loaded only with `BILLING=fake`. */
export async function loadPayments(
  config: Config,
  log: Logger,
  storage: StoreOptions,
): Promise<Payments> {
  const { billing } = config;
  const logFailure = (failure: StripeFailure) => log.warn(failure, "stripe");
  if (billing.provider === "off") return {};
  if (billing.provider === "stripe") {
    const options = { config: billing.stripe, logFailure };
    return { provider: createStripeBilling("stripe", options) };
  }
  const { createDemoStripe } = await import("./http/dev/stripe/demo-stripe");
  const { webhookMessage } = await import("./http/dev/stripe/webhook");
  const { publicUrl } = config;
  const demoConfig = demoConfigOf(config);
  const { secretKey, webhookSecret } = demoConfig;
  const stripe = createDemoStripe({ ...storage, publicUrl, secretKey });
  return {
    provider: createStripeBilling("fake", {
      config: demoConfig,
      answer: stripe.fetch,
      logFailure,
    }),
    demo: { stripe, sign: (event) => webhookMessage(webhookSecret, event) },
  };
}

/** The webhook endpoint is open to the network, so its secret is derived from the program's own. */
function demoConfigOf({ secret }: Config) {
  const signer = createSigner(secret, "fake-billing");
  return {
    secretKey: "sk_test_demo",
    webhookSecret: `whsec_${signer.sign("webhook")}`,
    apiUrl: new URL("http://stripe.invalid"),
  };
}
