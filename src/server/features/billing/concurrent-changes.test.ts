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
  if (!found) throw new Error("BILLING is off.");
  provider = found;
});

const at = ({ slug }: TestOrganization, rest = "") =>
  `/organizations/${slug}/subscription${rest}`;

interface HeldMutation {
  /** Resolves when the payment provider was called and its answer is held back. */
  called: Promise<void>;
  release(): void;
}

/** Holds back the next answer of a method of the payment provider until the test calls `release`. */
function holdNext(name: "createCustomer" | "read"): HeldMutation {
  const called = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const original = provider;
  const { createCustomer, read } = original;
  const held = async <R>(answer: Promise<R>) => {
    Object.assign(original, { createCustomer, read });
    const given = await answer;
    called.resolve();
    await go.promise;
    return given;
  };
  const methods: Pick<BillingProvider, "createCustomer" | "read"> = {
    createCustomer: (options) => held(createCustomer(options)),
    read: (customerId) => held(read(customerId)),
  };
  Object.assign(original, { [name]: methods[name] });
  return { called: called.promise, release: go.resolve };
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

test("a trial is refused when another one was stored while its customer was created", async () => {
  const org = await server.organization(ana);
  const choice = { plan: "team", seats: 5 };
  const customer = holdNext("createCustomer");
  const slow = ana.post(at(org, "/trial"), choice);
  await customer.called;
  expectStatus(await ana.post(at(org, "/trial"), choice), 200);
  customer.release();
  const refused = expectStatus(await slow, 409);
  expect(problemOf(refused).reason).toBe("TRIAL_USED");
});

test("a trial succeeds when its webhook is stored before the call that started it", async () => {
  const org = await server.organization(ana);
  expectStatus(await ana.post(at(org, "/checkout"), { plan: "team" }), 200);
  const choice = { plan: "team", seats: 5 };
  const { held } = hold.next("billing.startTrial");
  const started = ana.post(at(org, "/trial"), choice);
  const { release } = await held;
  // Wait until the webhook message has arrived and its effect is stored.
  await server.services.outbox.idle();
  release();
  const { body } = expectStatus(await started, 200);
  expect<unknown>(body).toMatchObject({
    plan: "team",
    subscription: { status: "trialing", seats: 5 },
  });
  const again = expectStatus(await ana.post(at(org, "/trial"), choice), 409);
  expect(problemOf(again).reason).toBe("TRIAL_USED");
});

test("an admin who is demoted while a customer is created cannot start a trial", async () => {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "admin", "Ben");
  const customer = holdNext("createCustomer");
  const trial = ben.post(at(org, "/trial"), { plan: "team", seats: 5 });
  await customer.called;
  await demote(org, ben);
  customer.release();
  const refused = expectStatus(await trial, 403);
  expect(problemOf(refused).reason).toBe("PERMISSION_DENIED");
  // The refused call has not started a trial, so a trial with another plan is still possible.
  const choice = { plan: "business", seats: 7 };
  const { body } = expectStatus(await ana.post(at(org, "/trial"), choice), 200);
  expect<unknown>(body).toMatchObject({
    plan: "business",
    subscription: { seats: 7 },
  });
});

test.each([
  ["change", "PUT", "", { seats: 30 }],
  ["cancel", "POST", "/cancel", {}],
])(
  "an admin who is demoted while the subscription is read cannot %s it",
  async (_, method, path, input) => {
    const org = await server.organization(ana);
    const ben = await server.join(ana, org, "admin", "Ben");
    const choice = { plan: "team", seats: 5 };
    expectStatus(await ana.post(at(org, "/trial"), choice), 200);
    // The webhook events of the trial also read the subscription at the provider, so wait for them first.
    await server.services.outbox.idle();
    const before = await provider.read(await customerOf(org));
    const read = holdNext("read");
    const call = ben.call(method, at(org, path), input);
    await read.called;
    await demote(org, ben);
    read.release();
    const refused = expectStatus(await call, 403);
    expect(problemOf(refused).reason).toBe("PERMISSION_DENIED");
    expect(await provider.read(await customerOf(org))).toEqual(before);
  },
);
