import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { createHold } from "#testing/kit/hold";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { BillingProvider } from "#server/core/billing/provider";

const hold = createHold();
let ana: Actor;
let provider: BillingProvider;
const server = serverSuite({}, hold.control);
beforeAll(async () => {
  ana = await server.person("Ana");
  const found = server.services.deps.billing.provider;
  if (!found) throw new Error("Nobody takes money here.");
  provider = found;
});

const at = ({ slug }: TestOrganization, rest = "") =>
  `/organizations/${slug}/subscription${rest}`;

interface Held {
  /** When the provider was asked. */
  asked: Promise<void>;
  letGo(): void;
}

/** The provider's next answer takes until it is let go: it comes over a network. */
function holdNext(name: "createCustomer" | "read"): Held {
  const asked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const original = provider;
  const { createCustomer, read } = original;
  const held = async <R>(answer: Promise<R>) => {
    Object.assign(original, { createCustomer, read });
    const given = await answer;
    asked.resolve();
    await go.promise;
    return given;
  };
  const methods: Pick<BillingProvider, "createCustomer" | "read"> = {
    createCustomer: (options) => held(createCustomer(options)),
    read: (customerId) => held(read(customerId)),
  };
  Object.assign(original, { [name]: methods[name] });
  return { asked: asked.promise, letGo: go.resolve };
}

async function customerOf({ id }: TestOrganization): Promise<string> {
  const { rows } = await server.db.client.execute({
    sql: "select customer_id from subscriptions where org_id = ?",
    args: [id],
  });
  return String(rows[0]?.customer_id);
}

async function demote(org: TestOrganization, admin: Actor): Promise<void> {
  const path = `/organizations/${org.slug}/members/${admin.id}`;
  expectStatus(await ana.put(path, { role: "member" }), 200);
}

test("a start of a trial that waits for its customer is refused when another one was stored meanwhile", async () => {
  const org = await server.organization(ana);
  const wish = { plan: "team", seats: 5 };
  const customer = holdNext("createCustomer");
  const slow = ana.post(at(org, "/trial"), wish);
  await customer.asked;
  expectStatus(await ana.post(at(org, "/trial"), wish), 200);
  customer.letGo();
  const refused = expectStatus(await slow, 409);
  expect(problemOf(refused).reason).toBe("TRIAL_USED");
});

test("a trial whose start the provider tells before it is stored has begun", async () => {
  const org = await server.organization(ana);
  expectStatus(await ana.post(at(org, "/checkout"), { plan: "team" }), 200);
  const wish = { plan: "team", seats: 5 };
  const { held } = hold.next("billing.startTrial");
  const started = ana.post(at(org, "/trial"), wish);
  const { letGo } = await held;
  // Its message comes, and what it is about is stored.
  await server.services.outbox.idle();
  letGo();
  const { body } = expectStatus(await started, 200);
  expect<unknown>(body).toMatchObject({
    plan: "team",
    subscription: { status: "trialing", seats: 5 },
  });
  const again = expectStatus(await ana.post(at(org, "/trial"), wish), 409);
  expect(problemOf(again).reason).toBe("TRIAL_USED");
});

test("an admin who is demoted while a customer is made begins no trial", async () => {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "admin", "Ben");
  const customer = holdNext("createCustomer");
  const trial = ben.post(at(org, "/trial"), { plan: "team", seats: 5 });
  await customer.asked;
  await demote(org, ben);
  customer.letGo();
  const refused = expectStatus(await trial, 403);
  expect(problemOf(refused).reason).toBe("PERMISSION_DENIED");
  // Ana is the next to ask: nothing has begun under the organization's key.
  const wish = { plan: "business", seats: 7 };
  const { body } = expectStatus(await ana.post(at(org, "/trial"), wish), 200);
  expect<unknown>(body).toMatchObject({
    plan: "business",
    subscription: { seats: 7 },
  });
});

test.each([
  ["changes nothing", "PUT", "", { seats: 30 }],
  ["cancels nothing", "POST", "/cancel", {}],
])(
  "an admin who is demoted while the subscription is read %s at the provider",
  async (_, method, path, input) => {
    const org = await server.organization(ana);
    const ben = await server.join(ana, org, "admin", "Ben");
    const wish = { plan: "team", seats: 5 };
    expectStatus(await ana.post(at(org, "/trial"), wish), 200);
    // The events of the trial cause reads, too.
    await server.services.outbox.idle();
    const before = await provider.read(await customerOf(org));
    const read = holdNext("read");
    const call = ben.call(method, at(org, path), input);
    await read.asked;
    await demote(org, ben);
    read.letGo();
    const refused = expectStatus(await call, 403);
    expect(problemOf(refused).reason).toBe("PERMISSION_DENIED");
    expect(await provider.read(await customerOf(org))).toEqual(before);
  },
);
