import { expect, test } from "bun:test";
import {
  type Billing,
  proposedSeats,
  type Purchase,
  type Subscription,
} from "../subscription";
import { stepsTo } from "./steps";

const wish: Purchase = { plan: "team", interval: "month", seats: 4 };

function billing(
  status: Subscription["status"] | null,
  canTry = false,
): Billing {
  return {
    provider: "fake",
    plan: status === null ? "free" : "team",
    canTry,
    subscription: status && {
      ...wish,
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
    },
  };
}

function ways(from: Billing, to: Purchase | undefined = wish) {
  const { main, other } = stepsTo(from, to);
  return [main, other].flatMap((step) => (step ? [step.step] : []));
}

test("who has neither tried nor bought may do either", () => {
  expect(ways(billing(null, true))).toEqual(["tryOut", "buy"]);
});

test("who had the trial buys, also once a subscription is over", () => {
  expect(ways(billing(null))).toEqual(["buy"]);
  expect(ways(billing("cancelled"))).toEqual(["buy"]);
});

test("a trial is bought, or goes on with another plan", () => {
  expect(ways(billing("trialing"))).toEqual(["buy"]);
  const other = { ...wish, plan: "business" } as const;
  expect(ways(billing("trialing"), other)).toEqual(["buy", "change"]);
});

test("a trial of another plan takes no seats away, and only the needed ones are bought", () => {
  const tried = billing("trialing");
  if (tried.subscription) tried.subscription.seats = 30;
  const { main, other } = stepsTo(tried, { ...wish, plan: "business" });
  expect(main.purchase?.seats).toBe(4);
  expect(other?.purchase?.seats).toBe(30);
  expect(proposedSeats(tried, "team")).toBe(4);
});

test("a trial is offered with at least the seats of the free plan", () => {
  const untried = billing(null, true);
  expect(proposedSeats(untried, "team")).toBe(25);
  untried.usage.seats.used = 40;
  untried.usage.seats.invited = 2;
  expect(proposedSeats(untried, "team")).toBe(42);
  untried.usage.seats.used = 4_000;
  expect(proposedSeats(untried, "team")).toBe(200);
});

test("what runs is changed, and never bought a second time", () => {
  for (const status of ["active", "past_due", "unpaid"] as const)
    expect(ways(billing(status))).toEqual(["change"]);
});

test("paying in another rhythm is charged at once, and says so", () => {
  const yearly = { ...wish, interval: "year" } as const;
  const { note } = stepsTo(billing("active"), yearly).main;
  expect(note).toContain("charged now");
  const more = { ...wish, seats: 9 };
  expect(stepsTo(billing("active"), more).main.note).not.toBe(note);
});

test("nothing is changed to what there is, and nothing bought that cannot be", () => {
  expect(stepsTo(billing("active"), wish).main.blocked).toBeDefined();
  const more = { ...wish, seats: 5 };
  expect(stepsTo(billing("active"), more).main.blocked).toBeUndefined();
  expect(stepsTo(billing(null), undefined).main.blocked).toBeDefined();
});
