import type { Logger } from "pino";
import type { BillingProvider } from "./core/billing/provider";
import type { DemoEvent, StoreOptions } from "./features/billing/demo/store";
import type { StripeFailure } from "./features/billing/stripe/client";
import type { DemoStripe } from "./http/dev/stripe/demo-stripe";
import type { WebhookMessage } from "./http/dev/stripe/webhook";
import type { Config } from "./kernel/config/config";
import { createSigner } from "./kernel/crypto";

interface Payments {
  provider?: BillingProvider;
  /** Only with `BILLING=fake`. */
  demo?: { stripe: DemoStripe; sign(event: DemoEvent): WebhookMessage };
}

/** The payment provider by the configuration. Its code is loaded here, so that an installation loads only what it uses. */
export async function loadPayments(
  config: Config,
  log: Logger,
  storage: StoreOptions,
): Promise<Payments> {
  const { billing } = config;
  if (billing.provider === "off") return {};
  const { createStripeBilling } =
    await import("./features/billing/stripe/stripe");
  const note = (failure: StripeFailure) => log.warn(failure, "stripe");
  if (billing.provider === "stripe") {
    const { stripe } = billing;
    return {
      provider: createStripeBilling({ id: "stripe", config: stripe, note }),
    };
  }
  const { createDemoStripe } = await import("./http/dev/stripe/demo-stripe");
  const { webhookMessage } = await import("./http/dev/stripe/webhook");
  const demoConfig = demoConfigOf(config);
  const { publicUrl } = config;
  const { secretKey, webhookSecret } = demoConfig;
  const stripe = createDemoStripe({ ...storage, publicUrl, secretKey });
  return {
    provider: createStripeBilling({
      id: "fake",
      config: demoConfig,
      answer: stripe.fetch,
      note,
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
    apiUrl: new URL("http://demo.stripe.invalid"),
  };
}
