import { PLAN_NAMES, PLANS } from "#shared/plans.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import {
  type AuditChange,
  type AuditEvent,
  changeOf,
  rowOf,
  textIn,
} from "./event.ts";
import type { Part } from "./sentence-parts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

type Tell = (event: AuditEvent) => Part[] | undefined;

/** What happened to the subscription, in words that follow the name of whoever did it. */
export const BILLING_SENTENCES: Record<string, Tell> = {
  "billing.checkout": () => wordsTexts().sentences.checkout(),
  "billing.startTrial": bought((what) =>
    wordsTexts().sentences.trialBegun(what),
  ),
  "billing.change": bought((what) => wordsTexts().sentences.planChanged(what)),
  "billing.cancel": () => wordsTexts().sentences.cancelled(),
  "billing.resume": () => wordsTexts().sentences.resumed(),
  "billing.refresh": noted,
  "billing.synchronize": noted,
  "billing.adopt": adopted,
  "billing.chooseSeats": () => wordsTexts().sentences.seatsChosen(),
};

function bought(tell: (what: string) => Part[]): Tell {
  return (event) => {
    const change = subscriptionIn(event);
    const what = change && purchaseIn(change);
    return what ? tell(what) : undefined;
  };
}

/** What was made of the subscription, from the first change of the event to the last. */
function subscriptionIn({ changes }: AuditEvent): AuditChange | undefined {
  const all = changes.filter(({ table }) => table === "subscriptions");
  const [first, last] = [all.at(0), all.at(-1)];
  return first && last && { ...last, before: first.before };
}

/** What the payment service told: nobody here decided it. */
function noted(event: AuditEvent): Part[] | undefined {
  const change = subscriptionIn(event);
  if (!change?.after) return undefined;
  const { before, after } = change;
  if (before?.status !== after.status) return statusNoted(change);
  if (wasRenewed(change))
    return wordsTexts().sentences.notedPaidUntil(
      planOf(change),
      dayOf(after.periodEndsAt),
    );
  if (before?.cancelsAtPeriodEnd !== after.cancelsAtPeriodEnd)
    return after.cancelsAtPeriodEnd === true
      ? wordsTexts().sentences.notedCancelled()
      : wordsTexts().sentences.notedResumed();
  // The days of grace are over: nothing changed but what the organization has.
  if (after.status === "past_due" && changeOf(event, "organizations"))
    return wordsTexts().sentences.endedUnpaid(planOf(change));
  const what = purchaseIn(change);
  return what ? wordsTexts().sentences.notedPurchase(what) : undefined;
}

/** What the operator decided after the payment service was changed. */
function adopted(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.after || !change.before) return undefined;
  const { before, after } = change;
  const isKept = before.plan === after.plan && before.seats === after.seats;
  if (isKept) return wordsTexts().sentences.planKept();
  return after.seats === null
    ? wordsTexts().sentences.limitsLifted()
    : wordsTexts().sentences.planReset(planOf(change));
}

function statusNoted(change: AuditChange): Part[] | undefined {
  switch (textIn(change.after, "status")) {
    case "active":
      return wordsTexts().sentences.notedPaid(
        seatsIn(change) ?? planOf(change),
      );
    case "trialing":
      return wordsTexts().sentences.notedTrial(planOf(change));
    case "past_due":
      return wordsTexts().sentences.notedFailure();
    case "unpaid":
      return wordsTexts().sentences.notedUnpaid();
    case "cancelled":
      return wordsTexts().sentences.notedEnd();
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

/** "Team with 5 seats, paid yearly"; nothing is paid for a trial. */
function purchaseIn(change: AuditChange): string | undefined {
  const what = seatsIn(change);
  const isYearly = rowOf(change).interval === "year";
  if (what === undefined || rowOf(change).status === "trialing") return what;
  const { yearly, monthly } = wordsTexts().purchase;
  return isYearly ? yearly(what) : monthly(what);
}

/** "Team with 5 seats" */
function seatsIn(change: AuditChange): string | undefined {
  const { seats } = rowOf(change);
  const plan = planOf(change);
  if (plan === "" || typeof seats !== "number") return undefined;
  return wordsTexts().purchase.seats(plan, seats);
}

function planOf(change: AuditChange): string {
  const stored = textIn(rowOf(change), "plan");
  const plan = PLAN_NAMES.find((name) => name === stored);
  return plan ? PLANS[plan].label : stored;
}

function dayOf(moment: unknown): string {
  return typeof moment === "number" ? formatDay(new Date(moment)) : "";
}
