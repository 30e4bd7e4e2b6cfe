import { expect, test } from "bun:test";
import { SECRET_KEY, startStripe } from "#testing/peers/stripe/server";
import { createClient } from "./client";
import { setUpStripe } from "./setup";

test("the setup creates products and prices once, and replaces a changed price", async () => {
  const server = await startStripe([]);
  try {
    const stripe = createClient({ secretKey: SECRET_KEY, apiUrl: server.url });
    const endpoint = new URL("https://app.example.com/api/webhooks/stripe");
    const made = await setUpStripe(stripe, endpoint);
    expect(made.slice(0, 4)).toEqual([
      "tenantry_team_month: made",
      "tenantry_team_year: made",
      "tenantry_business_month: made",
      "tenantry_business_year: made",
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
      "tenantry_team_year: as it should be",
      "tenantry_business_month: as it should be",
      "tenantry_business_year: as it should be",
      `${endpoint.href}: is told of events already`,
    ]);
    expect(
      server.prices.filter(({ lookupKey }) => lookupKey !== null),
    ).toHaveLength(4);
    expect(server.products.size).toBe(2);
  } finally {
    await server.stop();
  }
});
