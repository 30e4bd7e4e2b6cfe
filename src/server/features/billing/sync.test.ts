import { beforeAll, describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { billingAt, startStripe } from "#testing/peers/stripe/server";
import { addMember, addOrganization, addUser } from "#testing/kit/database";
import { databaseSuite, fixture } from "#testing/kit/suite";
import { newId } from "#shared/id";
import { createLog } from "#server/kernel/log";
import type { Billing } from "#server/core/billing/billing";
import type { BillingProvider } from "#server/core/billing/provider";
import { insertStatement } from "#server/kernel/db/statement";
import { createAuditChain } from "#server/kernel/audit/chain";
import { createVersions } from "#server/kernel/audit/versions";
import { loadConfig } from "#server/kernel/config/config";
import { createServices } from "#server/dependencies";
import { createBilling } from "./sync";
import { subscriptions } from "./table";
import { entitlementOf } from "./entitlement";
import { createSigner } from "#server/kernel/crypto";
import { createLinks } from "#server/kernel/mail/links";

const DAY = 24 * 60 * 60 * 1000;

const db = databaseSuite();
const stripe = fixture(() => startStripe());
let provider: BillingProvider;
let billing: Billing;
beforeAll(async () => {
  provider = billingAt(stripe);
  const config = loadConfig({ ENVIRONMENT: "test", LOG_LEVEL: "silent" });
  const { deps, outbox } = await createServices(config, db, createLog(config));
  await outbox.stop();
  billing = createBilling(provider, {
    db,
    audit: createAuditChain(
      db,
      createSigner("a secret", "audit"),
      createVersions(db),
    ),
    tell: () => {},
    post: () => () => Promise.resolve(),
    links: createLinks(deps.config.publicUrl),
    now: Date.now,
  });
});

/** Creates a customer whose organization has four members. */
async function customer() {
  const { orgId } = await addOrganization(db);
  const others = [newId("user"), newId("user"), newId("user")];
  const customerId = await provider.createCustomer({
    name: "Acme",
    email: "ana@example.com",
    orgId,
    key: orgId,
  });
  await db.client.batch([
    ...others.map((id) => addUser(id)),
    ...others.map((id) => addMember(orgId, id, "member")),
    insertStatement(subscriptions, {
      orgId,
      id: newId("subscription"),
      provider: provider.id,
      customerId,
      syncedAt: 0,
      createdAt: 0,
    }),
  ]);
  await billing.synchronize(customerId);
  return { orgId, customerId };
}

/** The plan and the limits of an organization that never subscribed. */
const AS_MADE = {
  plan: "free",
  seats: null,
  projectLimit: null,
  roleLimit: null,
  serviceAccountLimit: null,
};

/**
 * Expects that the stored state equals the state at the payment provider, and that the organization has the plan and
 * the limits that follow from it.
 */
async function expectConverged({ orgId, customerId }: Customer) {
  const { drizzle, client } = db;
  const rows = await drizzle.select().from(subscriptions);
  const row = rows.find((one) => one.orgId === orgId);
  if (!row) throw new Error("The subscription is gone.");
  const state = await provider.read(customerId);
  if (state) {
    const { id: subscriptionId, ...rest } = state;
    expect(row).toMatchObject({ subscriptionId, ...rest });
  } else expect(row.subscriptionId).toBeNull();
  const found = await client.execute({
    sql: `select plan, seats, project_limit, role_limit, service_account_limit,
      (select count(*) from memberships where org_id = organizations.id and is_frozen = 0) as writers
      from organizations where id = ?`,
    args: [orgId],
  });
  const hasSubscribed = row.subscriptionId !== null;
  const due = hasSubscribed ? entitlementOf(row, Date.now()) : AS_MADE;
  expect({ ...found.rows[0] }).toEqual({
    plan: due.plan,
    seats: due.seats,
    project_limit: due.projectLimit,
    role_limit: due.roleLimit,
    service_account_limit: due.serviceAccountLimit,
    writers: Math.min(4, due.seats ?? 4),
  });
}

type Customer = Awaited<ReturnType<typeof customer>>;

const purchase = fc.record({
  plan: fc.constantFrom("team" as const, "business" as const),
  interval: fc.constantFrom("month" as const, "year" as const),
  seats: fc.integer({ min: 1, max: 6 }),
});
const steps = fc.oneof(
  fc.record({ action: fc.constant("try" as const), purchase }),
  fc.record({ action: fc.constant("buy" as const), purchase }),
  fc.record({ action: fc.constant("change" as const), purchase }),
  fc.record({
    action: fc.constant("card" as const),
    card: fc.constantFrom("pays" as const, "failsLater" as const),
  }),
  fc.record({ action: fc.constant("cancel" as const), ends: fc.boolean() }),
  fc.record({ action: fc.constant("end" as const) }),
  fc.record({
    action: fc.constant("wait" as const),
    days: fc.constantFrom(1, 4, 15, 32),
  }),
);
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

async function apply(customerId: string, step: Step): Promise<void> {
  const returnUrl = "http://localhost/back";
  const state = await provider.read(customerId);
  const isLive = state !== undefined && state.status !== "cancelled";
  if (step.action === "try")
    await provider.startTrial({
      customerId,
      purchase: step.purchase,
      days: 14,
      key: customerId,
    });
  else if (step.action === "buy") {
    const request = { customerId, returnUrl, purchase: step.purchase };
    await stripe.pay(await provider.checkout(request), "pays");
  } else if (step.action === "card")
    await stripe.changeCard(
      await provider.portal({ customerId, returnUrl }),
      step.card,
    );
  else if (step.action === "wait")
    await stripe.passTime(customerId, step.days * DAY);
  else if (step.action === "end") await provider.cancelNow(customerId);
  else if (isLive && step.action === "change")
    await provider.change(state.id, step.purchase);
  else if (isLive && step.action === "cancel")
    await provider.setCancelsAtPeriodEnd(state.id, step.ends);
}

describe("a customer at the provider", () => {
  test("ends in the same state when messages come twice, late, out of order or never", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        async (history, random, losesAll) => {
          const known = await customer();
          const numbers = random[Symbol.iterator]();
          const draw = (below: number) => numbers.next().value % below;
          const waiting: { body: Uint8Array; headers: Headers }[] = [];
          for (const step of history) {
            const before = stripe.events().length;
            await apply(known.customerId, step);
            waiting.push(...stripe.messages().slice(before));
            // Deliver some of the waiting webhook messages now, concurrently and some of them twice.
            const arriving = waiting.filter(() => draw(3) === 0);
            await Promise.all(
              [...arriving, ...arriving.slice(0, draw(3))].map((message) =>
                billing.receive(message.body, message.headers),
              ),
            );
          }
          if (losesAll) await billing.synchronize(known.customerId);
          else
            for (const { body, headers } of waiting.toSorted(() => draw(3) - 1))
              await billing.receive(body, headers);
          await expectConverged(known);
        },
      ),
      { numRuns: Number(process.env.BILLING_RUNS ?? 60) },
    );
  }, 300_000);

  test("is synchronized by the redelivery of a message that could not be stored", async () => {
    const known = await customer();
    const { client } = db;
    await apply(known.customerId, {
      action: "buy",
      purchase: { plan: "team", interval: "month", seats: 3 },
    });
    const message = stripe.messages().at(-1);
    if (!message) throw new Error("The provider sent no message.");
    await client.execute(
      "create trigger broken before insert on billing_events begin select raise(abort, 'the disk is full'); end",
    );
    await expect(
      billing.receive(message.body, message.headers),
    ).rejects.toMatchObject({ reason: "BILLING_FAILED" });
    await client.execute("drop trigger broken");
    await billing.receive(message.body, message.headers);
    await expectConverged(known);
  });

  test("is read again when another state was stored after the read", async () => {
    const known = await customer();
    const buying = { plan: "team", interval: "month", seats: 2 } as const;
    await apply(known.customerId, { action: "buy", purchase: buying });
    await Promise.all([
      billing.synchronize(known.customerId),
      apply(known.customerId, {
        action: "change",
        purchase: { ...buying, seats: 4 },
      }).then(() => billing.synchronize(known.customerId)),
      billing.synchronize(known.customerId),
    ]);
    await expectConverged(known);
  });

  test("that no organization has changes nothing", async () => {
    const known = await customer();
    const stranger = await provider.createCustomer({
      name: "Elsewhere",
      email: "x@example.com",
      orgId: known.orgId,
      key: newId("customer"),
    });
    await apply(stranger, {
      action: "buy",
      purchase: { plan: "business", interval: "year", seats: 6 },
    });
    for (const { body, headers } of stripe.messages())
      await billing.receive(body, headers);
    await expectConverged(known);
  });
});

test("the hourly job synchronizes customers that were not read for a day", async () => {
  const known = await customer();
  await apply(known.customerId, {
    action: "buy",
    purchase: { plan: "team", interval: "month", seats: 3 },
  });
  await billing.reconcile(Date.now() + 2 * DAY);
  await expectConverged(known);
});
