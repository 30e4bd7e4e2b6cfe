import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import {
  SECRET_KEY,
  startStripe,
  WEBHOOK_SECRET,
} from "#testing/peers/stripe/server";
import { newId } from "#shared/id";
import { signedMessage } from "#server/http/dev/stripe/webhook";

const DAY = 24 * 60 * 60 * 1000;

let ana: Actor;
const stripe = fixture(() => startStripe());
const server = serverSuite(() => ({
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  STRIPE_API_URL: stripe.url.href,
}));
beforeAll(async () => {
  ana = await server.person("Ana");
});

const at = ({ slug }: TestOrganization, rest = "") =>
  `/organizations/${slug}/subscription${rest}`;

let delivered = 0;
/** Delivers the webhook messages that were created since the last delivery. */
async function deliver(): Promise<number[]> {
  const statuses: number[] = [];
  for (const message of stripe.messages().slice(delivered))
    statuses.push(await post(message));
  delivered = stripe.messages().length;
  return statuses;
}

async function post({ body, headers }: { body: Uint8Array; headers: Headers }) {
  const url = new URL("/api/webhooks/stripe", server.url);
  const answer = await fetch(url, {
    method: "POST",
    body: Buffer.from(body),
    headers,
  });
  return answer.status;
}

async function view(org: TestOrganization): Promise<unknown> {
  return expectStatus(await ana.get(at(org)), 200).body;
}

async function buy(org: TestOrganization, seats: number) {
  const choice = { plan: "team", seats };
  const { body } = expectStatus(
    await ana.post(at(org, "/checkout"), choice),
    200,
  );
  expect(await stripe.pay(new URL(String(body.url)), "pays")).toBe(true);
}

async function customerOf({ id }: TestOrganization): Promise<string> {
  const { rows } = await server.db.client.execute({
    sql: "select customer_id from subscriptions where org_id = ?",
    args: [id],
  });
  return String(rows[0]?.customer_id);
}

test("a subscription at Stripe goes from trial to purchase, failed payment and end", async () => {
  const org = await server.organization(ana);
  expectStatus(await ana.post(at(org, "/trial"), { plan: "team" }), 200);
  await buy(org, 4);
  expect(await view(org)).toMatchObject({ subscription: { seats: 25 } });
  expect(await deliver()).not.toContain(500);
  expect(await view(org)).toMatchObject({
    provider: "stripe",
    plan: "team",
    subscription: { status: "active", seats: 4 },
  });
  expectStatus(await ana.put(at(org), { plan: "business", seats: 6 }), 200);
  expect(await view(org)).toMatchObject({ plan: "business" });
  const customer = await customerOf(org);
  const { body } = expectStatus(await ana.post(at(org, "/portal")), 200);
  await stripe.changeCard(new URL(String(body.url)), "failsLater");
  await stripe.passTime(customer, 31 * DAY);
  await deliver();
  expect(await view(org)).toMatchObject({
    plan: "business",
    subscription: { status: "past_due" },
  });
  await stripe.changeCard(new URL(String(body.url)), "pays");
  await deliver();
  expect(await view(org)).toMatchObject({ subscription: { status: "active" } });
  expectStatus(await ana.post(at(org, "/cancel")), 200);
  await stripe.passTime(customer, 32 * DAY);
  // The webhook messages of the cancellation are never delivered.
  delivered = stripe.messages().length;
  await server.services.deps.billing.synchronize(customer);
  expect(await view(org)).toMatchObject({
    plan: "free",
    subscription: { status: "cancelled" },
  });
});

test("an event that names another organization does not change that organization", async () => {
  const [org, other] = [
    await server.organization(ana),
    await server.organization(ana),
  ];
  expectStatus(await ana.post(at(other, "/trial"), { plan: "team" }), 200);
  await buy(org, 2);
  await deliver();
  const before = await view(other);
  const event = {
    id: newId("event"),
    object: "event",
    type: "customer.subscription.updated",
    data: {
      object: {
        object: "subscription",
        customer: await customerOf(org),
        status: "canceled",
        metadata: { tenantry_org: other.id, org_id: other.id },
      },
    },
  };
  expect(await post(signedMessage(WEBHOOK_SECRET, JSON.stringify(event)))).toBe(
    200,
  );
  expect(await view(other)).toEqual(before);
  // The program also ignores the status in the event.
  expect(await view(org)).toMatchObject({ subscription: { status: "active" } });
});

test("an outage of Stripe fails calls, and redelivered events are applied", async () => {
  const org = await server.organization(ana);
  stripe.failNext(3, 503);
  const answer = await ana.post(at(org, "/trial"), { plan: "team" });
  expect([answer.status, problemOf(answer).reason]).toEqual([
    503,
    "BILLING_FAILED",
  ]);
  expect(await view(org)).toMatchObject({ subscription: null, canTry: true });
  await buy(org, 2);
  stripe.failNext(3, 503);
  const [message] = stripe.messages().slice(-1);
  if (!message) throw new Error("Stripe sent no message.");
  expect(await post(message)).toBe(503);
  expect(await post(message)).toBe(200);
  expect(await view(org)).toMatchObject({ subscription: { seats: 2 } });
});
