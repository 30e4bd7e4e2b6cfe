import { expect, test } from "bun:test";
import {
  type Billing,
  proposedSeats,
  type Purchase,
  type Subscription,
} from "../subscription";
import { purchaseStepsOf } from "./purchase-steps";

const choice: Purchase = { plan: "team", interval: "month", seats: 4 };

function billing(
  status: Subscription["status"] | null,
  canTry = false,
): Billing {
  return {
    provider: "fake",
    plan: status === null ? "free" : "team",
    canTry,
    subscription: status && {
      ...choice,
      status,
      trialEndsAt: null,
      periodEndsAt: null,
      cancelsAtPeriodEnd: false,
      graceEndsAt: null,
    },
    usage: {
      seats: { used: 4, invited: 0, frozen: 0, limit: 4 },
      projects: { used: 0, frozen: 0, limit: null },
      roles: { used: 0, limit: null },
      serviceAccounts: { used: 0, limit: null },
    },
  };
}

function actions(from: Billing, to: Purchase | undefined = choice) {
  const { main, other } = purchaseStepsOf(from, to);
  return [main, other].flatMap((step) => (step ? [step.action] : []));
}

test("an organization that can try a plan can also buy it", () => {
  expect(actions(billing(null, true))).toEqual(["startTrial", "buy"]);
});

test("an organization that used its trial can only buy, also after a cancelled subscription", () => {
  expect(actions(billing(null))).toEqual(["buy"]);
  expect(actions(billing("cancelled"))).toEqual(["buy"]);
});

test("a trial can be bought or switched to another plan", () => {
  expect(actions(billing("trialing"))).toEqual(["buy"]);
  const other = { ...choice, plan: "business" } as const;
  expect(actions(billing("trialing"), other)).toEqual(["buy", "change"]);
});

test("switching the trial keeps its seats, and buying takes only the needed seats", () => {
  const tried = billing("trialing");
  if (tried.subscription) tried.subscription.seats = 30;
  const { main, other } = purchaseStepsOf(tried, {
    ...choice,
    plan: "business",
  });
  expect(main.purchase?.seats).toBe(4);
  expect(other?.purchase?.seats).toBe(30);
  expect(proposedSeats(tried, "team")).toBe(4);
});

test("a trial starts with at least the seats of the free plan", () => {
  const untried = billing(null, true);
  expect(proposedSeats(untried, "team")).toBe(25);
  untried.usage.seats.used = 40;
  untried.usage.seats.invited = 2;
  expect(proposedSeats(untried, "team")).toBe(42);
  untried.usage.seats.used = 4_000;
  expect(proposedSeats(untried, "team")).toBe(200);
});

test("a running subscription is changed, not bought again", () => {
  for (const status of ["active", "past_due", "unpaid"] as const)
    expect(actions(billing(status))).toEqual(["change"]);
});

test("a new billing period is charged now, and the note says so", () => {
  const yearly = { ...choice, interval: "year" } as const;
  const { note } = purchaseStepsOf(billing("active"), yearly).main;
  expect(note).toContain("charged now");
  const more = { ...choice, seats: 9 };
  expect(purchaseStepsOf(billing("active"), more).main.note).not.toBe(note);
});

test("an unchanged or invalid choice is blocked", () => {
  expect(purchaseStepsOf(billing("active"), choice).main.blocked).toBeDefined();
  const more = { ...choice, seats: 5 };
  expect(purchaseStepsOf(billing("active"), more).main.blocked).toBeUndefined();
  expect(purchaseStepsOf(billing(null), undefined).main.blocked).toBeDefined();
});
