import { type Context, Hono } from "hono";
import type {
  Account,
  KeyedRequest,
  Subscription,
} from "#server/features/billing/demo/account";
import {
  noSuch,
  StripeApiError,
} from "#server/features/billing/demo/api-error";
import type { HostedPages } from "#server/features/billing/demo/hosted-pages";
import {
  addSubscription,
  change,
  end,
  unusedPrice,
} from "#server/features/billing/demo/lifecycle";
import {
  addCustomer,
  customerOf,
  requireSameBody,
  type StoreOptions,
  type WithAccount,
} from "#server/features/billing/demo/store";
import { at, type Form, parseForm } from "./form";
import { type Price, priceFor, purchaseWith } from "./prices";
import { invoiceShape, listOf, priceShape, subscriptionShape } from "./shapes";

const DAY_MS = 24 * 60 * 60 * 1000;

interface ApiOptions extends Pick<StoreOptions, "db" | "now"> {
  secretKey: string;
  prices: readonly Price[];
  withAccount: WithAccount;
  hostedPages: HostedPages;
  /** The URL under which the hosted pages are served. */
  pagesUrl: URL;
}

/** Serves the part of Stripe's API that `features/billing/stripe` uses. */
export function createStripeApi(options: ApiOptions): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof StripeApiError)) throw error;
    const { status, type, code, message } = error;
    return c.json({ error: { type, code, message } }, status);
  });
  app.use("*", async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${options.secretKey}`)
      throw new StripeApiError(401, "invalid_api_key", "Invalid API Key.");
    await next();
  });
  mountCustomers(app, options);
  mountSessions(app, options);
  mountSubscriptions(app, options);
  mountLists(app, options);
  return app;
}

function mountCustomers(app: Hono, { db, now, withAccount }: ApiOptions) {
  app.post("/v1/customers", async (c) => {
    const id = await addCustomer(db, await keyedRequest(c), now());
    return c.json({ id, object: "customer" });
  });
  app.post("/v1/customers/:id", async (c) => {
    const sent = await formOf(c);
    const id = c.req.param("id");
    await withAccount(id, ({ customer }) => {
      customer.name = at(sent, "name");
      customer.email = at(sent, "email");
    });
    return c.json({ id, object: "customer" });
  });
}

function mountSessions(
  app: Hono,
  { prices, hostedPages, pagesUrl }: ApiOptions,
) {
  app.post("/v1/checkout/sessions", async (c) => {
    const sent = await formOf(c);
    const item = (field: string) => at(sent, "line_items", "0", field);
    const id = await hostedPages.open(at(sent, "customer"), {
      returnUrl: at(sent, "success_url"),
      purchase: purchaseWith(prices, item("price"), item("quantity")),
    });
    const { href } = new URL(`/billing/checkout/${id}`, pagesUrl);
    return c.json({ id, object: "checkout.session", url: href });
  });
  app.post("/v1/billing_portal/sessions", async (c) => {
    const sent = await formOf(c);
    const returnUrl = at(sent, "return_url");
    const session = { returnUrl, purchase: null };
    const id = await hostedPages.open(at(sent, "customer"), session);
    const { href } = new URL(`/billing/portal/${id}`, pagesUrl);
    return c.json({ id, object: "billing_portal.session", url: href });
  });
}

function mountSubscriptions(app: Hono, options: ApiOptions) {
  const { db, prices, withAccount } = options;
  const shapeOf = (account: Account, subscription: Subscription) =>
    subscriptionShape(account, subscription, priceFor(prices, subscription));
  const withSubscription = async (
    c: Context,
    act: (account: Account, subscription: Subscription) => void,
  ) => {
    const id = c.req.param("id") ?? "";
    const shape = await withAccount(await customerOf(db, id), (account) => {
      const found = account.subscriptions.find((one) => one.id === id);
      if (!found) throw noSuch("subscription", id);
      act(account, found);
      return shapeOf(account, found);
    });
    return c.json(shape);
  };

  app.get("/v1/subscriptions", async (c) => {
    const customer = c.req.query("customer") ?? "";
    const found = await withAccount(customer, (account) =>
      account.subscriptions.map((one) => shapeOf(account, one)),
    );
    return c.json(listOf(found, "/v1/subscriptions"));
  });
  app.post("/v1/subscriptions", async (c) => {
    const request = await keyedRequest(c);
    const sent = parseForm(request.body);
    const created = await withAccount(at(sent, "customer"), (account) =>
      shapeOf(account, startTrial(account, request, sent, prices)),
    );
    return c.json(created);
  });
  app.get("/v1/subscriptions/:id", (c) => withSubscription(c, () => {}));
  app.post("/v1/subscriptions/:id", async (c) => {
    const sent = await formOf(c);
    return withSubscription(c, (account, subscription) =>
      update(account, subscription, sent, prices),
    );
  });
  app.delete("/v1/subscriptions/:id", (c) =>
    withSubscription(c, (account, subscription) => {
      if (c.req.query("prorate") === "true")
        account.customer.balance -= unusedPrice(account, subscription);
      end(account, subscription);
    }),
  );
}

function mountLists(app: Hono, { prices, withAccount }: ApiOptions) {
  app.get("/v1/prices", (c) => {
    const wanted = Object.entries(c.req.query())
      .filter(([name]) => name.startsWith("lookup_keys"))
      .map(([, value]) => value);
    const found = prices.filter(
      ({ lookupKey }) => lookupKey !== null && wanted.includes(lookupKey),
    );
    return c.json(listOf(found.map(priceShape), "/v1/prices"));
  });
  app.get("/v1/invoices", async (c) => {
    const customer = c.req.query("customer") ?? "";
    const limit = Number(c.req.query("limit") ?? 10);
    const found = await withAccount(customer, ({ invoices }) =>
      invoices.toReversed().slice(0, limit).map(invoiceShape),
    );
    return c.json(listOf(found, "/v1/invoices"));
  });
}

function startTrial(
  account: Account,
  request: KeyedRequest,
  sent: Form,
  prices: readonly Price[],
): Subscription {
  const known = account.subscriptions.find(
    (one) => one.request?.key === request.key,
  );
  if (known) {
    requireSameBody(known.request, request);
    return known;
  }
  const ends = at(
    sent,
    "trial_settings",
    "end_behavior",
    "missing_payment_method",
  );
  const days = Number(at(sent, "trial_period_days"));
  if (ends !== "cancel" || !days)
    throw new StripeApiError(
      400,
      "parameter_missing",
      "Only trials that cancel without a payment method can be created.",
    );
  const trialEndsAt = account.now + days * DAY_MS;
  const purchase = purchaseIn(sent, prices);
  return addSubscription(account, purchase, { request, trialEndsAt });
}

function update(
  account: Account,
  subscription: Subscription,
  sent: Form,
  prices: readonly Price[],
): void {
  if (subscription.status === "cancelled")
    throw new StripeApiError(
      400,
      "resource_missing",
      "A canceled subscription cannot be changed.",
    );
  const cancels = at(sent, "cancel_at_period_end");
  if (cancels) {
    subscription.cancelsAtPeriodEnd = cancels === "true";
    account.events.push("customer.subscription.updated");
  }
  if (sent.items) change(account, subscription, purchaseIn(sent, prices));
}

function purchaseIn(sent: Form, prices: readonly Price[]) {
  const item = (field: string) => at(sent, "items", "0", field);
  return purchaseWith(prices, item("price"), item("quantity"));
}

/** Reads the idempotency key, which Stripe's client sends with every POST, and the body. */
async function keyedRequest(c: Context): Promise<KeyedRequest> {
  const key = c.req.header("idempotency-key");
  if (!key) throw new StripeApiError(400, "parameter_missing", "Send a key.");
  return { key, body: await c.req.text() };
}

async function formOf(c: Context): Promise<Form> {
  return parseForm(await c.req.text());
}
