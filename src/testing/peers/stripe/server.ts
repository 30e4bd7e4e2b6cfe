import { Hono } from "hono";
import { Stripe } from "stripe";
import { newId } from "#shared/id";
import type { Interval, PaidPlan } from "#shared/plans";
import type {
  Account,
  Subscription,
} from "#server/features/billing/demo/account";
import {
  advanceTo,
  change,
  end,
  payWhatIsOwed,
  startPeriod,
} from "#server/features/billing/demo/lifecycle";
import { addSubscription } from "#server/features/billing/demo/provider";
import { at, type Form, parseForm } from "./form";
import { invoiceShape, listOf, priceShape, subscriptionShape } from "./shapes";

export const SECRET_KEY = "sk_test_of_the_tests";
export const WEBHOOK_SECRET = "whsec_of_the_tests";

export interface Price {
  id: string;
  lookupKey: string | null;
  product: string;
  unitAmount: number;
  interval: Interval;
  metadata: Record<string, string>;
}

interface Session {
  customerId: string;
  price: Price;
  seats: number;
  isDone: boolean;
}

type Message = { body: Uint8Array; headers: Headers };
type Answer = { sent: string; body: unknown };

/** A server that speaks the part of Stripe's API that is used, with a clock for each customer. */
export interface StripeServer {
  url: URL;
  /** What a person does at the hosted pages; @returns whether the card was taken. */
  pay(
    checkout: URL,
    card: "pays" | "declined" | "fails later",
  ): Promise<boolean>;
  changeCard(
    portal: URL,
    card: "pays" | "declined" | "fails later",
  ): Promise<boolean>;
  passTime(customerId: string, milliseconds: number): Promise<void>;
  /** Signed as Stripe signs; oldest first. */
  messages(): Message[];
  sign(body: string, secondsAgo?: number): Promise<Message>;
  /** The next so many requests are answered with the status and nothing of use. */
  failNext(times: number, status: number): void;
  prices: Price[];
  products: Map<string, Form>;
  endpoints: { id: string; url: string; events: string[] }[];
  stop(): Promise<void>;
}

/** @param prices as if somebody had set them up before */
export function startStripe(prices: Price[] = []): StripeServer {
  const stripe = new Stripe(SECRET_KEY);
  const accounts = new Map<string, Account>();
  const sessions = new Map<string, Session>();
  const portals = new Map<string, string>();
  const answers = new Map<string, Answer>();
  const messages: Message[] = [];
  const products = new Map<string, Form>();
  const endpoints: StripeServer["endpoints"] = [];
  let failures: number[] = [];

  const sign = async (body: string, secondsAgo = 0): Promise<Message> => {
    const header = await stripe.webhooks.generateTestHeaderStringAsync({
      payload: body,
      secret: WEBHOOK_SECRET,
      timestamp: Math.floor(Date.now() / 1000) - secondsAgo,
    });
    const headers = new Headers({ "stripe-signature": header });
    return { body: new TextEncoder().encode(body), headers };
  };
  const accountOf = (id: string) => {
    const account = accounts.get(id);
    if (!account)
      throw new Refusal(404, "resource_missing", `No such customer: '${id}'`);
    account.now = Date.now() + account.customer.clockAhead;
    return account;
  };
  /** What happens to an account, with the messages that tell of it. */
  const act = async <R>(id: string, what: (account: Account) => R) => {
    const account = accountOf(id);
    account.events = [];
    advanceTo(account);
    const result = what(account);
    for (const type of account.events)
      messages.push(await sign(JSON.stringify(eventOf(type, id))));
    return result;
  };
  const priceFor = ({ plan, interval }: Subscription) => {
    const found = prices.find(
      (price) =>
        price.product === `tenantry_${plan}` && price.interval === interval,
    );
    if (!found) throw new Error(`There is no price for ${plan}.`);
    return found;
  };
  const shapeOf = (account: Account, subscription: Subscription) =>
    subscriptionShape(account, subscription, priceFor(subscription));
  const requirePrice = (id: string) => {
    const found = prices.find((price) => price.id === id);
    if (!found)
      throw new Refusal(400, "resource_missing", `No such price: '${id}'`);
    return found;
  };
  const whose = (id: string) => {
    for (const [customerId, { subscriptions }] of accounts)
      if (subscriptions.some((one) => one.id === id)) return customerId;
    throw new Refusal(404, "resource_missing", `No such subscription: '${id}'`);
  };
  const withSubscription = (
    id: string,
    what: (account: Account, subscription: Subscription) => void,
  ) =>
    act(whose(id), (account) => {
      const found = account.subscriptions.find((one) => one.id === id);
      if (!found) throw new Error("It was there.");
      what(account, found);
      return shapeOf(account, found);
    });

  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    const { status, type, code, message } = error;
    return c.json({ error: { type, code, message } }, status);
  });
  app.use("*", async (c, next) => {
    const failure = failures.shift();
    if (failure !== undefined)
      return c.json(
        { error: { type: "api_error", message: "Down." } },
        failure as 500,
      );
    if (c.req.header("authorization") !== `Bearer ${SECRET_KEY}`)
      throw new Refusal(401, "invalid_api_key", "Invalid API Key provided.");
    const key = c.req.header("idempotency-key");
    const sent = await c.req.text();
    const known = key && answers.get(key);
    if (known && known.sent !== sent)
      throw new Refusal(
        400,
        undefined,
        "Keys for idempotent requests can only be used with the same parameters they were first used with.",
        "idempotency_error",
      );
    if (known) return c.json(known.body as object);
    await next();
    if (key && c.req.method === "POST" && c.res.status === 200)
      answers.set(key, { sent, body: await c.res.clone().json() });
  });
  const form = async (c: { req: { text(): Promise<string> } }) =>
    parseForm(await c.req.text());

  app.post("/v1/customers", async (c) => {
    const id = newId("customer");
    accounts.set(id, {
      customer: {
        id,
        key: id,
        name: "",
        email: "",
        card: null,
        cardWorks: false,
        clockAhead: 0,
        version: 0,
        createdAt: Date.now(),
      },
      subscriptions: [],
      invoices: [],
      now: Date.now(),
      events: [],
    });
    return c.json({ id, object: "customer" });
  });
  app.post("/v1/customers/:id", async (c) => {
    const sent = await form(c);
    const id = c.req.param("id");
    const account = accounts.get(id);
    if (!account)
      throw new Refusal(404, "resource_missing", `No such customer: '${id}'`);
    account.customer.name = at(sent, "name");
    account.customer.email = at(sent, "email");
    return c.json({ id, object: "customer" });
  });
  app.get("/v1/prices", (c) => {
    const wanted = Object.entries(c.req.query())
      .filter(([name]) => name.startsWith("lookup_keys"))
      .map(([, value]) => value);
    const found = prices.filter(
      ({ lookupKey }) => lookupKey !== null && wanted.includes(lookupKey),
    );
    return c.json(listOf(found.map(priceShape), "/v1/prices"));
  });
  app.post("/v1/prices", async (c) => {
    const sent = await form(c);
    const lookupKey = at(sent, "lookup_key");
    if (at(sent, "transfer_lookup_key") === "true")
      for (const price of prices)
        if (price.lookupKey === lookupKey) price.lookupKey = null;
    const price: Price = {
      id: `price_${prices.length + 1}`,
      lookupKey,
      product: at(sent, "product"),
      unitAmount: Number(at(sent, "unit_amount")),
      interval: at(sent, "recurring", "interval") as Interval,
      metadata: { tenantry_plan: at(sent, "metadata", "tenantry_plan") },
    };
    prices.push(price);
    return c.json(priceShape(price));
  });
  app.get("/v1/products/:id", (c) => {
    const id = c.req.param("id");
    if (!products.has(id))
      throw new Refusal(404, "resource_missing", `No such product: '${id}'`);
    return c.json({ id, object: "product" });
  });
  app.post("/v1/products", async (c) => {
    const sent = await form(c);
    products.set(at(sent, "id"), sent);
    return c.json({ id: at(sent, "id"), object: "product" });
  });
  app.get("/v1/webhook_endpoints", (c) =>
    c.json(
      listOf(
        endpoints.map(({ id, url }) => ({
          id,
          url,
          object: "webhook_endpoint",
          status: "enabled",
        })),
        "/v1/webhook_endpoints",
      ),
    ),
  );
  app.post("/v1/webhook_endpoints", async (c) => {
    const sent = await form(c);
    const events = Object.values(sent.enabled_events ?? {}).map(String);
    const endpoint = {
      id: `we_${endpoints.length + 1}`,
      url: at(sent, "url"),
      events,
    };
    endpoints.push(endpoint);
    return c.json({
      ...endpoint,
      object: "webhook_endpoint",
      secret: WEBHOOK_SECRET,
    });
  });
  app.post("/v1/checkout/sessions", async (c) => {
    const sent = await form(c);
    const id = `cs_${sessions.size + 1}`;
    const customerId = at(sent, "customer");
    accountOf(customerId);
    const price = requirePrice(at(sent, "line_items", "0", "price"));
    const seats = Number(at(sent, "line_items", "0", "quantity"));
    sessions.set(id, { customerId, price, seats, isDone: false });
    return c.json({
      id,
      object: "checkout.session",
      url: `https://checkout.stripe.test/${id}`,
    });
  });
  app.post("/v1/billing_portal/sessions", async (c) => {
    const id = `bps_${portals.size + 1}`;
    const customerId = at(await form(c), "customer");
    accountOf(customerId);
    portals.set(id, customerId);
    return c.json({
      id,
      object: "billing_portal.session",
      url: `https://billing.stripe.test/${id}`,
    });
  });
  app.get("/v1/subscriptions", async (c) => {
    const found = await act(c.req.query("customer") ?? "", (account) =>
      account.subscriptions.map((one) => shapeOf(account, one)),
    );
    return c.json(listOf(found, "/v1/subscriptions"));
  });
  app.post("/v1/subscriptions", async (c) => {
    const sent = await form(c);
    const { metadata, interval } = requirePrice(
      at(sent, "items", "0", "price"),
    );
    const purchase = {
      plan: metadata.tenantry_plan as PaidPlan,
      interval,
      seats: Number(at(sent, "items", "0", "quantity")),
    };
    if (
      at(sent, "trial_settings", "end_behavior", "missing_payment_method") !==
      "cancel"
    )
      throw new Refusal(400, "parameter_missing", "Say what ends the trial.");
    const days = Number(at(sent, "trial_period_days"));
    const made = await act(at(sent, "customer"), (account) => {
      const trialEndsAt = account.now + days * 86_400_000;
      return shapeOf(
        account,
        addSubscription(account, purchase, { trialEndsAt }),
      );
    });
    return c.json(made);
  });
  app.get("/v1/subscriptions/:id", async (c) =>
    c.json(await withSubscription(c.req.param("id"), () => {})),
  );
  app.post("/v1/subscriptions/:id", async (c) => {
    const sent = await form(c);
    const changed = await withSubscription(
      c.req.param("id"),
      (account, one) => {
        if (one.status === "cancelled")
          throw new Refusal(
            400,
            "resource_missing",
            "A canceled subscription cannot be changed.",
          );
        const ends = at(sent, "cancel_at_period_end");
        if (ends) one.cancelsAtPeriodEnd = ends === "true";
        const price = at(sent, "items", "0", "price");
        if (ends) account.events.push("customer.subscription.updated");
        if (!price) return;
        const { metadata, interval } = requirePrice(price);
        change(account, one, {
          plan: metadata.tenantry_plan as PaidPlan,
          interval,
          seats: Number(at(sent, "items", "0", "quantity")),
        });
      },
    );
    return c.json(changed);
  });
  app.delete("/v1/subscriptions/:id", async (c) =>
    c.json(await withSubscription(c.req.param("id"), end)),
  );
  app.get("/v1/invoices", async (c) => {
    const found = await act(c.req.query("customer") ?? "", (account) =>
      account.invoices.toReversed().map(invoiceShape),
    );
    return c.json(listOf(found, "/v1/invoices"));
  });

  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: app.fetch,
  });
  const takeCard = ({ customer }: Account, card: string) => {
    customer.card = card === "pays" ? "4242" : "0341";
    customer.cardWorks = card === "pays";
  };

  return {
    url: new URL(`http://127.0.0.1:${server.port}`),
    async pay({ pathname }, card) {
      const session = sessions.get(pathname.slice(1));
      if (!session || session.isDone) throw new Error("No such session.");
      if (card !== "pays") return false;
      session.isDone = true;
      await act(session.customerId, (account) => {
        takeCard(account, card);
        const { metadata, interval } = session.price;
        const plan = metadata.tenantry_plan as PaidPlan;
        const bought = addSubscription(account, {
          plan,
          interval,
          seats: session.seats,
        });
        startPeriod(account, bought, account.now);
      });
      return true;
    },
    async changeCard({ pathname }, card) {
      if (card === "declined") return false;
      await act(portals.get(pathname.slice(1)) ?? "", (account) => {
        takeCard(account, card);
        payWhatIsOwed(account);
      });
      return true;
    },
    async passTime(id, milliseconds) {
      accountOf(id).customer.clockAhead += milliseconds;
      await act(id, () => {});
    },
    messages: () => [...messages],
    sign,
    failNext(times, status) {
      failures = Array<number>(times).fill(status);
    },
    prices,
    products,
    endpoints,
    stop: () => server.stop(true),
  };
}

class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 404,
    readonly code: string | undefined,
    message: string,
    readonly type = "invalid_request_error",
  ) {
    super(message);
  }
}

function objectOf(type: string): string {
  return type.startsWith("customer.subscription")
    ? "subscription"
    : (type.split(".")[0] ?? "");
}

function eventOf(type: string, customer: string) {
  return {
    id: newId("event"),
    object: "event",
    type,
    created: Math.floor(Date.now() / 1000),
    data: { object: { object: objectOf(type), customer } },
  };
}
