import { beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { AccountRecord } from "./demo/account";
import { demoCustomers } from "./demo/table";
import type { SubscriptionView } from "./schemas";

const DAY = 24 * 60 * 60 * 1000;
const PAYS = "4242 4242 4242 4242";
const FAILS_LATER = "4000000000000341";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

const at = ({ slug }: TestOrganization, rest = "") =>
  `/organizations/${slug}/subscription${rest}`;

async function view(org: TestOrganization): Promise<SubscriptionView> {
  await server.services.outbox.idle();
  return expectStatus(await ana.get<"billing.get">(at(org)), 200).body;
}

/** Submits the form of a hosted payment page, as a browser does. */
function submit(url: string, fields: Record<string, string>, site?: string) {
  return fetch(url, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { "sec-fetch-site": site ?? "same-origin" },
  });
}

async function openPage(org: TestOrganization, page: string, body = {}) {
  const answer = expectStatus(await ana.post(at(org, page), body), 200);
  return String(answer.body.url);
}

async function buy(org: TestOrganization, seats: number, plan = "team") {
  const url = await openPage(org, "/checkout", { plan, seats });
  expect((await submit(url, { card: PAYS })).status).toBe(303);
}

async function useCard(org: TestOrganization, card: string) {
  const portal = await openPage(org, "/portal");
  expect((await submit(`${portal}/card`, { card })).status).toBe(200);
  return portal;
}

/** Reads what the demo payment service stores about the organization. */
async function accountOf({ id }: TestOrganization): Promise<AccountRecord> {
  const row = await server.db.drizzle
    .select()
    .from(demoCustomers)
    .where(eq(demoCustomers.key, `customer:${id}`))
    .get();
  if (!row) throw new Error("The organization is no customer.");
  return row.account;
}

async function statusesAtProvider(org: TestOrganization) {
  const { subscriptions } = await accountOf(org);
  return subscriptions.map(({ status }) => status);
}

async function reasonOf(answer: Promise<Answer>) {
  const given = await answer;
  return [given.status, problemOf(given).reason];
}

describe("a subscription", () => {
  test("on trial has at least the seats of the free plan", async () => {
    const org = await server.organization(ana);
    const before = await view(org);
    expect(before).toMatchObject({ usage: { seats: { used: 1, limit: 25 } } });
    expectStatus(await ana.post(at(org, "/trial"), { plan: "team" }), 200);
    expect(await view(org)).toMatchObject({
      subscription: { status: "trialing", seats: 25 },
      usage: { seats: { used: 1, limit: 25 } },
    });
  });

  test("is tried once, bought, changed, cancelled, resumed and ended", async () => {
    const org = await server.organization(ana);
    expect(await view(org)).toMatchObject({
      provider: "fake",
      plan: "free",
      subscription: null,
      canTry: true,
    });
    const choice = { plan: "team", seats: 4 };
    const tried = expectStatus(await ana.post(at(org, "/trial"), choice), 200);
    expect<unknown>(tried.body).toMatchObject({
      plan: "team",
      subscription: { status: "trialing", seats: 4 },
    });
    expect(await reasonOf(ana.post(at(org, "/trial"), choice))).toEqual([
      409,
      "TRIAL_USED",
    ]);
    await buy(org, 5);
    expect(await view(org)).toMatchObject({
      plan: "team",
      canTry: false,
      subscription: { status: "active", seats: 5, trialEndsAt: null },
      usage: { seats: { used: 1, limit: 5 }, projects: { limit: 2500 } },
    });
    expect(
      await reasonOf(ana.post(at(org, "/checkout"), { plan: "team" })),
    ).toEqual([409, "SUBSCRIPTION_EXISTS"]);
    expectStatus(await ana.put(at(org), { plan: "business" }), 200);
    expect(await view(org)).toMatchObject({
      plan: "business",
      usage: { projects: { limit: null } },
    });
    expectStatus(await ana.post(at(org, "/cancel")), 200);
    expectStatus(await ana.post(at(org, "/resume")), 200);
    expectStatus(await ana.post(at(org, "/cancel")), 200);
    expect(await view(org)).toMatchObject({
      subscription: { cancelsAtPeriodEnd: true, status: "active" },
    });
    const portal = await openPage(org, "/portal");
    await submit(`${portal}/clock`, { step: "period" });
    expect(await view(org)).toMatchObject({
      plan: "free",
      subscription: { status: "cancelled" },
    });
    expect(await reasonOf(ana.put(at(org), { seats: 3 }))).toEqual([
      409,
      "NO_SUBSCRIPTION",
    ]);
    const invoices = `/organizations/${org.slug}/invoices`;
    const { body } = expectStatus(await ana.get(invoices), 200);
    expect<unknown>(body.items).toMatchObject([
      { status: "paid", total: 6000 },
    ]);
  });

  test("that is past due keeps its plan for two weeks, and another card pays it", async () => {
    const org = await server.organization(ana);
    await buy(org, 2);
    const portal = await useCard(org, FAILS_LATER);
    await submit(`${portal}/clock`, { step: "period" });
    const due = await view(org);
    expect(due).toMatchObject({
      plan: "team",
      subscription: { status: "past_due" },
    });
    const mails = await server.mailsTo(ana.email);
    expect(mails.map(({ subject }) => subject)).toContain(
      `Payment failed for ${org.name}`,
    );
    await useCard(org, PAYS);
    expect(await view(org)).toMatchObject({
      plan: "team",
      subscription: { status: "active", graceEndsAt: null },
    });
    await useCard(org, FAILS_LATER);
    await submit(`${portal}/clock`, { step: "period" });
    for (const _ of [1, 2]) await submit(`${portal}/clock`, { step: "week" });
    expect(await view(org)).toMatchObject({
      plan: "free",
      subscription: { status: "unpaid" },
    });
    await useCard(org, PAYS);
    expect(await view(org)).toMatchObject({ plan: "team" });
  });

  test("ends with its organization, and with the account of its only member", async () => {
    const eve = await server.person("Eve");
    const org = await server.organization(ana);
    const own = await server.organization(eve);
    await buy(org, 2);
    const trial = `/organizations/${own.slug}/subscription/trial`;
    expectStatus(await eve.post(trial, { plan: "team" }), 200);
    const path = `/organizations/${org.slug}?confirm=${org.slug}`;
    expectStatus(await ana.delete(path), 204);
    expectStatus(await eve.delete(`/auth/me?confirm=${eve.email}`), 204);
    for (const each of [org, own])
      expect(await statusesAtProvider(each)).toEqual(["cancelled"]);
    expectStatus(await ana.post(`/organizations/${org.slug}/restore`), 404);
    expectStatus(await ana.post(`/organizations/${org.id}/restore`), 200);
    expect(await view(org)).toMatchObject({ plan: "free" });
  });
});

test("a purchase paid around the deletion of its organization is cancelled", async () => {
  const untold = await server.organization(ana);
  await buy(untold, 2);
  await view(untold);
  await server.db.client.execute({
    sql: "update subscriptions set status = null, plan = null, subscription_id = null where org_id = ?",
    args: [untold.id],
  });
  const open = await server.organization(ana);
  const page = await openPage(open, "/checkout", { plan: "team", seats: 1 });
  for (const { slug } of [untold, open])
    expectStatus(
      await ana.delete(`/organizations/${slug}?confirm=${slug}`),
      204,
    );
  expect((await submit(page, { card: PAYS })).status).toBe(303);
  await server.services.outbox.idle();
  for (const org of [untold, open])
    expect(await statusesAtProvider(org)).toEqual(["cancelled"]);
});

test("of ten members with three seats, seven are read-only until there are more seats", async () => {
  const org = await server.organization(ana);
  await buy(org, 10);
  await view(org);
  const others: Actor[] = [];
  for (let index = 0; index < 9; index++)
    others.push(await server.join(ana, org, "member"));
  const team = [ana, ...others];
  const projects = `/organizations/${org.slug}/projects`;
  const whoWrites = async () => {
    const writers: number[] = [];
    for (const [index, person] of team.entries()) {
      expectStatus(await person.get(projects), 200);
      const answer = await person.post(projects, { name: "Attempt" });
      if (answer.status === 201) writers.push(index);
      else
        expect([answer.status, problemOf(answer).reason]).toEqual([
          402,
          "MEMBERSHIP_FROZEN",
        ]);
    }
    return writers;
  };
  const preview = expectStatus(
    await ana.get<"billing.preview">(at(org, "/preview?plan=team&seats=3")),
    200,
  ).body;
  expect(preview).toMatchObject({
    price: 3600,
    frozenMembers: { count: 7 },
    invitationsBeyond: 0,
  });
  expect(preview.frozenMembers.first.map(({ userId }) => userId)).toEqual(
    others.slice(2).map(({ id }) => id),
  );
  expectStatus(await ana.put(at(org), { seats: 3 }), 200);
  expect(await whoWrites()).toEqual([0, 1, 2]);
  expect(await view(org)).toMatchObject({
    usage: { seats: { used: 10, frozen: 7, limit: 3 } },
  });
  const [, , , kept] = team;
  const chosen = { userIds: [kept?.id, others[8]?.id] };
  expectStatus(await ana.put(at(org, "/seats"), chosen), 204);
  expect(await whoWrites()).toEqual([0, 3, 9]);
  expect(
    await reasonOf(
      ana.put(at(org, "/seats"), {
        userIds: team.slice(0, 4).map(({ id }) => id),
      }),
    ),
  ).toEqual([400, "INVALID_INPUT"]);
  expectStatus(await ana.put(at(org), { seats: 10 }), 200);
  expect(await whoWrites()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a checkout takes one payment, only from its own page, and shows card errors", async () => {
  const org = await server.organization(ana);
  const url = await openPage(org, "/checkout", { plan: "team", seats: 1 });
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(await page.text()).toContain("$12.00");
  expect((await submit(url, { card: PAYS }, "cross-site")).status).toBe(403);
  for (const [card, status] of [
    ["4000 0000 0000 0002", 402],
    ["1234", 422],
    ["", 422],
  ] as const)
    expect((await submit(url, { card })).status).toBe(status);
  expect(await view(org)).toMatchObject({ subscription: null });
  await Promise.all([submit(url, { card: PAYS }), submit(url, { card: PAYS })]);
  expect((await accountOf(org)).invoices).toHaveLength(1);
  server.passTime(2 * 60 * 60 * 1000);
  expect((await fetch(url)).status).toBe(404);
  expect((await submit(url, { card: PAYS })).status).toBe(404);
});

test("the API of the demo's Stripe is not reachable from the network", async () => {
  const headers = { authorization: "Bearer sk_test_demo" };
  for (const path of ["/v1/customers", "/v1/subscriptions", "/v1/invoices"]) {
    const url = new URL(path, server.url);
    const answer = await fetch(url, { method: "POST", headers });
    expect(answer.status).toBe(404);
  }
});

describe("a webhook message", () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(new URL("/api/webhooks/fake", server.url), {
      method: "POST",
      body,
      headers,
    });

  test("without a valid signature is refused", async () => {
    for (const [body, headers] of [
      ["", {}],
      ["{}", { "stripe-signature": "t=1,v1=x" }],
      [
        "\u0000",
        { "stripe-signature": `t=${Math.floor(Date.now() / 1000)},v1=` },
      ],
    ] as [string, Record<string, string>][]) {
      const answer = await send(body, headers);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        reason: "SIGNATURE_INVALID",
      });
    }
    expect((await send("x".repeat(1_100_000))).status).toBe(413);
  });

  test("to a provider that is not configured gets 404", async () => {
    const url = new URL("/api/webhooks/stripe", server.url);
    const origin = server.url.origin;
    const answer = await fetch(url, { method: "POST", headers: { origin } });
    expect(answer.status).toBe(404);
  });
});

test("an installation without payments includes everything and refuses purchases", async () => {
  const free = await startServer({ BILLING: "off" });
  try {
    const eve = await free.person("Eve");
    const org = await free.organization(eve);
    expect<unknown>(
      expectStatus(await eve.get(at(org)), 200).body,
    ).toMatchObject({
      provider: "off",
      canTry: false,
      usage: { seats: { limit: null }, projects: { limit: null } },
    });
    for (const page of ["/checkout", "/trial"])
      expect(await reasonOf(eve.post(at(org, page), { plan: "team" }))).toEqual(
        [409, "BILLING_OFF"],
      );
  } finally {
    await free.stop();
  }
});

test("the hourly job replaces a stored state that the provider does not confirm", async () => {
  const late = await startServer();
  try {
    const eve = await late.person("Eve");
    const org = await late.organization(eve);
    const { body } = await eve.post(at(org, "/checkout"), {
      plan: "team",
      seats: 1,
    });
    await submit(String(body.url), { card: PAYS });
    await late.services.outbox.idle();
    await late.db.client.execute({
      sql: "update subscriptions set status = 'past_due', past_due_since = ?",
      args: [Date.now() - 20 * DAY],
    });
    await late.services.deps.billing.reconcile(Date.now());
    const answer = expectStatus(await eve.get(at(org)), 200);
    expect<unknown>(answer.body).toMatchObject({
      plan: "team",
      subscription: { status: "active" },
    });
  } finally {
    await late.stop();
  }
});
