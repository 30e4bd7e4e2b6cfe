import { Hono } from "hono";
import type { Interval } from "#shared/plans";
import { at, type Form, parseForm } from "#server/http/dev/stripe/form";
import type { Price } from "#server/http/dev/stripe/prices";
import { listOf, priceShape } from "#server/http/dev/stripe/shapes";

export const WEBHOOK_SECRET = "whsec_of_the_tests";

/** The objects in Stripe that `billing setup` creates. */
export interface SetUp {
  prices: Price[];
  products: Map<string, Form>;
  endpoints: { id: string; url: string; events: string[] }[];
}

/** The part of Stripe's API that `billing setup` uses. All other requests go to `next`. */
export function createSetUpApi(
  prices: Price[],
  next: (request: Request) => Response | Promise<Response>,
): SetUp & { fetch(request: Request): Response | Promise<Response> } {
  const products: SetUp["products"] = new Map();
  const endpoints: SetUp["endpoints"] = [];
  const app = new Hono();
  app.notFound((c) => next(c.req.raw));

  app.post("/v1/prices", async (c) => {
    const sent = parseForm(await c.req.text());
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
    const error = { type: "invalid_request_error", code: "resource_missing" };
    return products.has(id)
      ? c.json({ id, object: "product" })
      : c.json({ error }, 404);
  });
  app.post("/v1/products", async (c) => {
    const sent = parseForm(await c.req.text());
    products.set(at(sent, "id"), sent);
    return c.json({ id: at(sent, "id"), object: "product" });
  });
  app.get("/v1/webhook_endpoints", (c) => {
    const shapes = endpoints.map(({ id, url }) => ({
      id,
      url,
      object: "webhook_endpoint",
      status: "enabled",
    }));
    return c.json(listOf(shapes, "/v1/webhook_endpoints"));
  });
  app.post("/v1/webhook_endpoints", async (c) => {
    const sent = parseForm(await c.req.text());
    const endpoint = {
      id: `we_${endpoints.length + 1}`,
      url: at(sent, "url"),
      events: Object.values(sent.enabled_events ?? {}).map(String),
    };
    endpoints.push(endpoint);
    const secret = WEBHOOK_SECRET;
    return c.json({ ...endpoint, object: "webhook_endpoint", secret });
  });
  return {
    prices,
    products,
    endpoints,
    fetch: (request) => app.fetch(request),
  };
}
