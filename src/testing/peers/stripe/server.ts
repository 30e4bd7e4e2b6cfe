import type { BillingProvider } from "#server/core/billing/provider";
import { CARDS } from "#server/features/billing/demo/cards";
import type { DemoEvent } from "#server/features/billing/demo/store";
import type { StripeFailure } from "#server/features/billing/stripe/client";
import { createStripeBilling } from "#server/features/billing/stripe/stripe";
import { createDemoStripe } from "#server/http/dev/stripe/demo-stripe";
import { type Price, pricesOfPlans } from "#server/http/dev/stripe/prices";
import {
  webhookMessage,
  type WebhookMessage,
} from "#server/http/dev/stripe/webhook";
import { openTestDatabase } from "#testing/kit/database";
import { createSetUpApi, type SetUp, WEBHOOK_SECRET } from "./set-up-api";

export { WEBHOOK_SECRET };
export const SECRET_KEY = "sk_test_of_the_tests";

export type CardName = keyof typeof CARDS;

/** A simulation of Stripe's API on loopback with its own database, and the actions of customers on Stripe's pages. */
export interface StripeServer extends SetUp {
  url: URL;
  /**
   * Pays at a checkout.
   * @returns whether the card was accepted
   */
  pay(checkout: URL, card: CardName): Promise<boolean>;
  /**
   * Changes the card at the customer portal.
   * @returns whether the card was accepted
   */
  changeCard(portal: URL, card: CardName): Promise<boolean>;
  /** Moves the customer's test clock forward. */
  passTime(customerId: string, milliseconds: number): Promise<void>;
  /** Returns the webhook events so far, oldest first. */
  events(): readonly DemoEvent[];
  /** Returns the webhook events so far with Stripe's signature format. The signatures are `age` milliseconds old. */
  messages(age?: number): WebhookMessage[];
  /** Answers the next `times` requests with the error status. */
  failNext(times: number, status: number): void;
  stop(): Promise<void>;
}

export async function startStripe(
  prices: Price[] = pricesOfPlans(),
): Promise<StripeServer> {
  const database = await openTestDatabase();
  const events: DemoEvent[] = [];
  const { fetch, hostedPages, passTime } = createDemoStripe({
    db: database.db,
    now: Date.now,
    send: (work, event) => work.afterCommit(() => void events.push(event)),
    publicUrl: new URL("https://stripe.test"),
    secretKey: SECRET_KEY,
    prices,
  });
  const setUp = createSetUpApi(prices, fetch);
  let failures: number[] = [];
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request) => {
      const status = failures.shift();
      const error = { type: "api_error", message: "Down." };
      return status === undefined
        ? setUp.fetch(request)
        : Response.json({ error }, { status });
    },
  });
  const sessionAt = async ({ pathname }: URL) => {
    const session = await hostedPages.find(pathname.split("/").at(-1) ?? "");
    if (!session) throw new Error(`No session: ${pathname}`);
    return session;
  };
  return {
    ...setUp,
    url: new URL(`http://127.0.0.1:${server.port}`),
    pay: async (url, card) =>
      hostedPages.pay(await sessionAt(url), CARDS[card]),
    changeCard: async (url, card) =>
      hostedPages.changeCard(await sessionAt(url), CARDS[card]),
    passTime,
    events: () => events,
    messages: (age = 0) =>
      events.map((event) =>
        webhookMessage(WEBHOOK_SECRET, event, Date.now() - age),
      ),
    failNext(times, status) {
      failures = Array<number>(times).fill(status);
    },
    async stop() {
      await server.stop(true);
      database.stop();
    },
  };
}

/** Creates a billing provider that uses the simulated Stripe. */
export function billingAt(
  { url: apiUrl }: StripeServer,
  logFailure: (failure: StripeFailure) => void = () => {},
): BillingProvider {
  const config = {
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    apiUrl,
  };
  return createStripeBilling("stripe", { config, logFailure });
}
