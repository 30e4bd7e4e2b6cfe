import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { billingContract } from "#testing/peers/billing/contract";
import {
  createStripeWorld,
  type StripeWorld,
} from "#testing/peers/billing/stripe";
import { newId } from "#shared/id";

billingContract("Stripe", () => Promise.resolve(createStripeWorld()));

describe("what goes wrong at Stripe", () => {
  let world: StripeWorld;
  beforeAll(() => {
    world = createStripeWorld();
  });
  afterAll(() => world.stop());
  const customer = () =>
    world.provider.createCustomer({
      name: "Acme",
      email: "ana@example.com",
      orgId: newId("organization"),
      key: newId("customer"),
    });
  const purchase = { plan: "team", interval: "month", seats: 2 } as const;

  test("for a moment is tried again, and done once", async () => {
    world.stripe.failNext(2, 503);
    expect(await world.provider.read(await customer())).toBeUndefined();
  });

  test("for long is a failure that names the request in the log, and no secret", async () => {
    const id = await customer();
    world.stripe.failNext(3, 503);
    await expect(world.provider.read(id)).rejects.toMatchObject({
      reason: "BILLING_FAILED",
    });
    expect(world.failures.at(-1)).toMatchObject({ status: 503 });
    expect(JSON.stringify(world.failures)).not.toContain("sk_test");
  });

  test("a price that is not there, or that says no plan, is said", async () => {
    const customerId = await customer();
    const { prices } = world.stripe;
    const visit = { customerId, returnUrl: "http://localhost/back", purchase };
    await world.stripe.pay(await world.provider.checkout(visit), "pays");
    for (const price of prices) {
      price.metadata = {};
      price.lookupKey = null;
    }
    await expect(world.provider.read(customerId)).rejects.toMatchObject({
      reason: "BILLING_FAILED",
    });
    expect(world.failures.at(-1)?.message).toContain("says no plan");
  });
});
