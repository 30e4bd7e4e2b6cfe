import { PLAN_NAMES, PLANS } from "#shared/plans.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import {
  type AuditChange,
  type AuditEvent,
  changeOf,
  rowOf,
  textIn,
} from "../event.ts";
import { texts } from "../words/texts.ts";
import { type Sentence, sentences } from "./sentence.ts";
import type { Part } from "./sentence-parts.ts";

/** Sentences for audit events about the subscription and its seats. */
export const BILLING_SENTENCES: Record<string, Sentence> = {
  "billing.checkout": () => sentences().checkoutStarted(),
  "billing.startTrial": purchased("trialStarted"),
  "billing.change": purchased("planChanged"),
  "billing.cancel": () => sentences().cancelled(),
  "billing.resume": () => sentences().resumed(),
  "billing.refresh": updateRecorded,
  "billing.synchronize": updateRecorded,
  "billing.adopt": providerChanged,
  "billing.chooseSeats": () => sentences().seatsAssigned(),
};

function purchased(name: "trialStarted" | "planChanged"): Sentence {
  return (event) => {
    const change = subscriptionChangeIn(event);
    const purchase = change && purchaseIn(change);
    return purchase ? sentences()[name](purchase) : undefined;
  };
}

/** Combines all changes that an event made to the subscription into one change, from the first state to the last. */
function subscriptionChangeIn({
  changes,
}: AuditEvent): AuditChange | undefined {
  const all = changes.filter(({ table }) => table === "subscriptions");
  const [first, last] = [all.at(0), all.at(-1)];
  return first && last && { ...last, before: first.before };
}

/** Describes an event that stores an update from the payment provider. */
function updateRecorded(event: AuditEvent): Part[] | undefined {
  const change = subscriptionChangeIn(event);
  if (!change?.after) return undefined;
  const { before, after } = change;
  if (before?.status !== after.status) return statusRecorded(change);
  if (wasRenewed(change))
    return sentences().recordedPaidUntil(
      planOf(change),
      dayOf(after.periodEndsAt),
    );
  if (before?.cancelsAtPeriodEnd !== after.cancelsAtPeriodEnd)
    return after.cancelsAtPeriodEnd === true
      ? sentences().recordedCancellation()
      : sentences().recordedResumption();
  // An event that changes the organization while the payment stays overdue records the end of the grace period.
  if (after.status === "past_due" && changeOf(event, "organizations"))
    return sentences().endedUnpaid(planOf(change));
  const purchase = purchaseIn(change);
  return purchase ? sentences().recordedPurchase(purchase) : undefined;
}

/** Describes which plan the operator gave the organization after switching to another payment provider. */
function providerChanged(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.after || !change.before) return undefined;
  const { before, after } = change;
  const isKept = before.plan === after.plan && before.seats === after.seats;
  if (isKept) return sentences().planKept();
  return after.seats === null
    ? sentences().limitsRemoved()
    : sentences().planReset(planOf(change));
}

function statusRecorded(change: AuditChange): Part[] | undefined {
  switch (textIn(change.after, "status")) {
    case "active":
      return sentences().recordedPayment(seatsIn(change) ?? planOf(change));
    case "trialing":
      return sentences().recordedTrial(planOf(change));
    case "past_due":
      return sentences().recordedFailure();
    case "unpaid":
      return sentences().recordedUnpaid();
    case "cancelled":
      return sentences().recordedEnd();
    default:
      return undefined;
  }
}

function wasRenewed({ before, after }: AuditChange): boolean {
  return (
    typeof after?.periodEndsAt === "number" &&
    typeof before?.periodEndsAt === "number" &&
    after.periodEndsAt > before.periodEndsAt
  );
}

/** Returns a purchase in words: `"Team with 5 seats, billed yearly"`. A trial has no billing period. */
function purchaseIn(change: AuditChange): string | undefined {
  const seats = seatsIn(change);
  const { interval, status } = rowOf(change);
  if (seats === undefined || status === "trialing") return seats;
  const { yearly, monthly } = texts().purchase;
  return interval === "year" ? yearly(seats) : monthly(seats);
}

/** Returns plan and seats in words: `"Team with 5 seats"`. */
function seatsIn(change: AuditChange): string | undefined {
  const { seats } = rowOf(change);
  const plan = planOf(change);
  if (plan === "" || typeof seats !== "number") return undefined;
  return texts().purchase.seats(plan, seats);
}

function planOf(change: AuditChange): string {
  const stored = textIn(rowOf(change), "plan");
  const plan = PLAN_NAMES.find((name) => name === stored);
  return plan ? PLANS[plan].label : stored;
}

function dayOf(moment: unknown): string {
  return typeof moment === "number" ? formatDay(new Date(moment)) : "";
}
