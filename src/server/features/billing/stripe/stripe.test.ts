import { beforeAll, describe, expect, test } from "bun:test";
import { billingContract } from "#testing/peers/billing/contract";
import { billingAt, startStripe } from "#testing/peers/stripe/server";
import { fixture } from "#testing/kit/suite";
import type { BillingProvider } from "#server/core/billing/provider";
import { newId } from "#shared/id";
import type { StripeFailure } from "./client";

billingContract("Stripe", async () => {
  const stripe = await startStripe();
  return { ...stripe, provider: billingAt(stripe) };
});

describe("a failure at Stripe", () => {
  const stripe = fixture(() => startStripe());
  let provider: BillingProvider;
  const failures: StripeFailure[] = [];
  beforeAll(() => {
    provider = billingAt(stripe, (failure) => failures.push(failure));
  });
  const customer = () =>
    provider.createCustomer({
      name: "Acme",
      email: "ana@example.com",
      orgId: newId("organization"),
      key: newId("customer"),
    });
  const purchase = { plan: "team", interval: "month", seats: 2 } as const;

  test("that passes is hidden by a retry", async () => {
    stripe.failNext(2, 503);
    expect(await provider.read(await customer())).toBeUndefined();
  });

  test("that lasts is logged with the status and without a secret", async () => {
    const id = await customer();
    stripe.failNext(3, 503);
    await expect(provider.read(id)).rejects.toMatchObject({
      reason: "BILLING_FAILED",
    });
    expect(failures.at(-1)).toMatchObject({ status: 503 });
    expect(JSON.stringify(failures)).not.toContain("sk_test");
  });

  test("of a price without a plan is logged with what to do", async () => {
    const customerId = await customer();
    const visit = { customerId, returnUrl: "http://localhost/back", purchase };
    await stripe.pay(await provider.checkout(visit), "pays");
    for (const price of stripe.prices) {
      price.metadata = {};
      price.lookupKey = null;
    }
    await expect(provider.read(customerId)).rejects.toMatchObject({
      reason: "BILLING_FAILED",
    });
    expect(failures.at(-1)?.message).toContain("has no plan");
  });
});
