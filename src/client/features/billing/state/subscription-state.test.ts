import { describe, expect, test } from "bun:test";
import { subscriptionStateOf } from "./subscription-state";
import type { Subscription } from "../subscription";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(NOW + days * DAY_MS).toISOString();

const team: Subscription = {
  plan: "team",
  interval: "month",
  seats: 4,
  status: "active",
  trialEndsAt: null,
  periodEndsAt: inDays(10),
  cancelsAtPeriodEnd: false,
  graceEndsAt: null,
};

function stateOf(
  change: Partial<Subscription> | null,
  plan: "free" | "team" = "team",
) {
  const subscription = change && { ...team, ...change };
  return subscriptionStateOf({ plan, subscription }, NOW, "en");
}

describe("the state of a subscription", () => {
  test("says that there is no subscription", () => {
    expect(stateOf(null, "free").badge).toBe("No subscription");
  });

  test("says when a trial ends and how to keep the plan", () => {
    const trial = { status: "trialing", trialEndsAt: inDays(5) } as const;
    expect(stateOf(trial)).toEqual({
      badge: "Trial",
      tone: "info",
      text: "Your trial ends in 5 days, on November 29, 2026. Upgrade before then to keep Team.",
    });
    expect(stateOf({ ...trial, cancelsAtPeriodEnd: true }).text).toBe(
      "Your trial ends in 5 days, on November 29, 2026. After that you’ll be on the Free plan.",
    );
  });

  test("says when a subscription renews, or ends after a cancellation", () => {
    expect(stateOf({}).text).toBe("Renews on December 4, 2026.");
    expect(stateOf({ cancelsAtPeriodEnd: true })).toMatchObject({
      badge: "Canceled",
      text: "Team is paid for and ends on December 4, 2026. After that you’ll be on the Free plan.",
    });
  });

  test("says how long the plan works after a failed payment", () => {
    expect(stateOf({ status: "past_due", graceEndsAt: inDays(14) })).toEqual({
      badge: "Payment failed",
      tone: "danger",
      text: "Your last payment failed. Team keeps working until December 8, 2026. Update your payment method before then to keep it.",
    });
  });

  test("says that an unpaid plan has ended after the grace period", () => {
    const over = stateOf(
      { status: "past_due", graceEndsAt: inDays(-1) },
      "free",
    );
    expect(over.text).toBe(
      "Your last payment failed, and your Team plan has ended. Pay the open invoice to restore it.",
    );
    expect(stateOf({ status: "unpaid" }, "free")).toEqual(over);
  });

  test("says when a cancelled subscription ended", () => {
    const ended = { status: "cancelled", periodEndsAt: inDays(-2) } as const;
    expect(stateOf(ended, "free").text).toBe(
      "Team ended on November 22, 2026. Your members and projects are kept.",
    );
    // A cancellation can end a subscription before its paid period ends.
    expect(stateOf({ status: "cancelled" }, "free").text).toBe(
      "Team has ended. Your members and projects are kept.",
    );
  });
});
