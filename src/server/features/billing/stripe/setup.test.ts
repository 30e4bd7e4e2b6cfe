import { expect, test } from "bun:test";
import { SECRET_KEY, startStripe } from "#testing/peers/stripe/server";
import { createClient } from "./client";
import { setUpStripe } from "./setup";

test("the setup creates products and prices once, and replaces a changed price", async () => {
  const server = await startStripe([]);
  try {
    const stripe = await createClient({
      secretKey: SECRET_KEY,
      apiUrl: server.url,
    });
    const endpoint = new URL("https://app.example.com/api/webhooks/stripe");
    const made = await setUpStripe(stripe, endpoint);
    expect(made.slice(0, 4)).toEqual([
      "tenantry_team_month: created",
      "tenantry_team_year: created",
      "tenantry_business_month: created",
      "tenantry_business_year: created",
    ]);
    expect(made.at(-1)).toContain("STRIPE_WEBHOOK_SECRET to whsec_");
    expect([...server.products.keys()]).toEqual([
      "tenantry_team",
      "tenantry_business",
    ]);
    expect(server.endpoints.map(({ url }) => url)).toEqual([endpoint.href]);
    const [first] = server.prices;
    if (!first) throw new Error("Prices were made.");
    first.unitAmount += 1;
    const again = await setUpStripe(stripe, endpoint);
    expect(again).toEqual([
      "tenantry_team_month: replaced",
      "tenantry_team_year: unchanged",
      "tenantry_business_month: unchanged",
      "tenantry_business_year: unchanged",
      `${endpoint.href}: unchanged`,
    ]);
    expect(
      server.prices.filter(({ lookupKey }) => lookupKey !== null),
    ).toHaveLength(4);
    expect(server.products.size).toBe(2);
  } finally {
    await server.stop();
  }
});
