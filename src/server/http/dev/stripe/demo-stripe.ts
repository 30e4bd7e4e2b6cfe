import type { Hono } from "hono";
import type { RequestState } from "#server/http/middleware/request-state";
import {
  createHostedPages,
  type HostedPages,
  moveClock,
} from "#server/features/billing/demo/hosted-pages";
import {
  createStore,
  customerIds,
  deleteStrayCustomers,
  type StoreOptions,
} from "#server/features/billing/demo/store";
import { createStripeApi } from "./api";
import { mountHostedPages } from "./pages";
import { type Price, pricesOfPlans } from "./prices";

interface DemoStripeOptions extends StoreOptions {
  secretKey: string;
  /** The origin under which the hosted pages are served. */
  publicUrl: URL;
  prices?: readonly Price[];
}

export interface DemoStripe {
  /** Answers requests to Stripe's API inside the process, without a network connection. */
  fetch: typeof fetch;
  hostedPages: HostedPages;
  /** Adds the pages of checkout and customer portal to the app. */
  mountPages(app: Hono<RequestState>): void;
  passTime(customerId: string, milliseconds: number): Promise<void>;
  /** Applies the changes that are due for every customer, and deletes customers whose organization no longer exists. */
  tick(): Promise<void>;
}

/**
 * Simulates Stripe inside the program, for development, demonstrations and tests: the API that Stripe's client calls,
 * checkout, customer portal and test clocks. Its state is stored in `demo_customers`, and no card is charged.
 */
export function createDemoStripe(options: DemoStripeOptions): DemoStripe {
  const { db, now, publicUrl, prices = pricesOfPlans() } = options;
  const withAccount = createStore(options);
  const hostedPages = createHostedPages(withAccount, options);
  const api = createStripeApi({
    ...options,
    prices,
    withAccount,
    hostedPages,
    pagesUrl: publicUrl,
  });
  return {
    fetch: Object.assign(
      async (...request: Parameters<typeof fetch>) =>
        api.fetch(new Request(...request)),
      { preconnect: () => {} },
    ),
    hostedPages,
    mountPages: (app) => mountHostedPages(app, publicUrl.origin, hostedPages),
    passTime: (customerId, milliseconds) =>
      withAccount(customerId, (account) => moveClock(account, milliseconds)),
    async tick() {
      await deleteStrayCustomers(db, now());
      for (const id of await customerIds(db))
        await withAccount(id, () => undefined);
    },
  };
}
