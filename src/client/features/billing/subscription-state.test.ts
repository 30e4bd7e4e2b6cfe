import { describe, expect, test } from "bun:test";
import { subscriptionStateOf } from "./subscription-state";
import type { Subscription } from "./subscription";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(NOW + days * DAY_MS).toISOString();

const bought: Subscription = {
  plan: "team",
  interval: "month",
  seats: 4,
  status: "active",
  trialEndsAt: null,
  periodEndsAt: inDays(10),
  cancelsAtPeriodEnd: false,
  graceEndsAt: null,
};

function told(
  change: Partial<Subscription> | null,
  plan: "free" | "team" = "team",
) {
  const subscription = change && { ...bought, ...change };
  return subscriptionStateOf({ plan, subscription }, NOW, "en");
}

describe("how things stand, in words:", () => {
  test("nothing was bought", () => {
    expect(told(null, "free").badge).toBe("No subscription");
  });

  test("a trial says how long it lasts and what keeps the plan", () => {
    const trial = { status: "trialing", trialEndsAt: inDays(5) } as const;
    expect(told(trial)).toEqual({
      badge: "Trial",
      tone: "info",
      text: "The trial ends in 5 days, on November 29, 2026. Buy it before then to keep Team.",
    });
    expect(told({ ...trial, cancelsAtPeriodEnd: true }).text).toBe(
      "The trial ends in 5 days, on November 29, 2026. The limits of Free hold from then on.",
    );
  });

  test("what is paid for renews, or ends when it was cancelled", () => {
    expect(told({}).text).toBe("Renews on December 4, 2026.");
    expect(told({ cancelsAtPeriodEnd: true })).toMatchObject({
      badge: "Cancelled",
      text: "Team ends on December 4, 2026 and is paid for until then. The limits of Free hold from then on.",
    });
  });

  test("a failed payment says until when everything works", () => {
    expect(told({ status: "past_due", graceEndsAt: inDays(14) })).toEqual({
      badge: "Payment failed",
      tone: "danger",
      text: "The last payment failed. Team works until December 8, 2026; change how you pay before then to keep it.",
    });
  });

  test("after the days of grace, and when nobody tries any more, the plan is over", () => {
    const over = told({ status: "past_due", graceEndsAt: inDays(-1) }, "free");
    expect(over.text).toBe(
      "The last payment failed, and Team is over. Pay what is open to have it back.",
    );
    expect(told({ status: "unpaid" }, "free")).toEqual(over);
  });

  test("what has ended says since when", () => {
    const ended = { status: "cancelled", periodEndsAt: inDays(-2) } as const;
    expect(told(ended, "free").text).toBe(
      "Team ended on November 22, 2026. Members and projects stay.",
    );
    // Ended before what was paid for was over.
    expect(told({ status: "cancelled" }, "free").text).toBe(
      "Team has ended. Members and projects stay.",
    );
  });
});
