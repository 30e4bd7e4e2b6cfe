import { beforeAll, expect } from "bun:test";
import type { BillingProvider } from "#server/core/billing/provider";
import type { Actor, Answer } from "../kit/actor";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { count, outcome, race, raceOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  answerSlowly(server);
});

/** Delays the payment provider's answers by random times, as a network does. */
function answerSlowly({ services }: TestServer): void {
  const { provider } = services.deps.billing;
  if (!provider) throw new Error("BILLING is off.");
  const { createCustomer, startTrial, read } = provider;
  const slowly = async <R>(answer: Promise<R>) => {
    const given = await answer;
    await Bun.sleep(Math.random() * 20);
    return given;
  };
  Object.assign(provider, {
    createCustomer: (options) => slowly(createCustomer(options)),
    startTrial: (options) => slowly(startTrial(options)),
    read: (customerId) => slowly(read(customerId)),
  } satisfies Partial<BillingProvider>);
}

interface PlanChoice {
  plan: string;
  seats?: number;
}

function path(org: TestOrganization, rest = ""): string {
  return `/organizations/${org.slug}/subscription${rest}`;
}

function tryPlan(org: TestOrganization, choice: PlanChoice) {
  return () => ana.post<"billing.startTrial">(path(org, "/trial"), choice);
}

function seatsOf({
  body,
}: Answer<"billing.get"> | Answer<"billing.startTrial">) {
  return body.subscription?.seats;
}

/** Expects that the organization has exactly one trial, both in the database and at the payment provider. */
async function expectOneTrial(org: TestOrganization) {
  const begun = `select json_array_length(account, '$.subscriptions')
    from demo_customers join subscriptions on customer_id = demo_customers.id where org_id = ?`;
  expect(await count(server, begun, org.id)).toBe(1);
  const view = expectStatus(await ana.get<"billing.get">(path(org)), 200);
  expect<unknown>(view.body).toMatchObject({
    canTry: false,
    subscription: { status: "trialing" },
  });
  return seatsOf(view);
}

race(
  "of concurrent trials with different seats, one starts with its own seats",
  server,
  async () => {
    const org = await server.organization(ana);
    const seats = [3, 4, 5, 6, 7, 8];
    const answers = await raceOf(
      server,
      ...seats.map((number) => tryPlan(org, { plan: "team", seats: number })),
    );
    const lost = Array<string>(seats.length - 1).fill("TRIAL_USED");
    expect(outcome(answers)).toEqual(["200", ...lost]);
    const won = answers.findIndex(({ status }) => status === 200);
    const stored = await expectOneTrial(org);
    expect(answers.map(seatsIfStored)[won]).toBe(seats[won]);
    expect(stored).toBe(seats[won] ?? 0);
  },
);

function seatsIfStored(
  answer: Answer<"billing.startTrial">,
): number | undefined {
  return answer.status === 200 ? seatsOf(answer) : undefined;
}

race("of concurrent identical trials, one starts", server, async () => {
  const org = await server.organization(ana);
  const same = Array.from({ length: 6 }, () =>
    tryPlan(org, { plan: "team", seats: 5 }),
  );
  const answers = await raceOf(server, ...same);
  const lost = Array<string>(same.length - 1).fill("TRIAL_USED");
  expect(outcome(answers)).toEqual(["200", ...lost]);
  expect(await expectOneTrial(org)).toBe(5);
});

race(
  "a trial that starts while another admin opens the checkout is kept",
  server,
  async () => {
    const org = await server.organization(ana);
    const [tried, opened] = await raceOf(
      server,
      tryPlan(org, { plan: "team", seats: 5 }),
      () => ana.post(path(org, "/checkout"), { plan: "team" }),
    );
    expect([tried?.status, opened?.status]).toEqual([200, 200]);
    expect(await expectOneTrial(org)).toBe(5);
  },
);
