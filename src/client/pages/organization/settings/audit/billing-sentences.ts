import { PLAN_NAMES, PLANS } from "../../../../../shared/plans.ts";
import { formatDay } from "../../../../ui/time-format.ts";
import {
  type AuditChange,
  type AuditEvent,
  changeOf,
  rowOf,
  textIn,
} from "./event.ts";
import { type Part, say } from "./say.ts";

type Tell = (event: AuditEvent) => Part[] | undefined;

/** What happened to the subscription, in words that follow the name of whoever did it. */
export const BILLING_SENTENCES: Record<string, Tell> = {
  "billing.checkout": () => say`went to the payment page`,
  "billing.startTrial": bought((what) => say`began to try ${what}`),
  "billing.change": bought((what) => say`changed the subscription to ${what}`),
  "billing.cancel": () => say`cancelled the subscription`,
  "billing.resume": () => say`took the cancellation back`,
  "billing.refresh": noted,
  "billing.synchronize": noted,
  "billing.chooseSeats": () => say`chose who keeps a seat`,
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
    return say`noted that ${planOf(change)} is paid until ${dayOf(after.periodEndsAt)}`;
  if (before?.cancelsAtPeriodEnd !== after.cancelsAtPeriodEnd)
    return after.cancelsAtPeriodEnd === true
      ? say`noted that the subscription was cancelled`
      : say`noted that the subscription goes on`;
  // The days of grace are over: nothing changed but what the organization has.
  if (after.status === "past_due" && changeOf(event, "organizations"))
    return say`ended ${planOf(change)}, which was not paid for`;
  const what = purchaseIn(change);
  return what ? say`noted the subscription to ${what}` : undefined;
}

function statusNoted(change: AuditChange): Part[] | undefined {
  switch (textIn(change.after, "status")) {
    case "active":
      return say`noted that ${seatsIn(change) ?? planOf(change)} is paid for`;
    case "trialing":
      return say`noted that ${planOf(change)} is being tried`;
    case "past_due":
      return say`noted that a payment failed`;
    case "unpaid":
      return say`noted that the subscription is not paid`;
    case "cancelled":
      return say`noted that the subscription has ended`;
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

/** "Team with 5 seats, paid yearly" */
function purchaseIn(change: AuditChange): string | undefined {
  const what = seatsIn(change);
  const isYearly = rowOf(change).interval === "year";
  return what && `${what}, paid ${isYearly ? "yearly" : "monthly"}`;
}

/** "Team with 5 seats" */
function seatsIn(change: AuditChange): string | undefined {
  const { seats } = rowOf(change);
  const plan = planOf(change);
  if (plan === "" || typeof seats !== "number") return undefined;
  return `${plan} with ${seats === 1 ? "1 seat" : `${seats} seats`}`;
}

function planOf(change: AuditChange): string {
  const stored = textIn(rowOf(change), "plan");
  const plan = PLAN_NAMES.find((name) => name === stored);
  return plan ? PLANS[plan].label : stored;
}

function dayOf(moment: unknown): string {
  return typeof moment === "number" ? formatDay(new Date(moment)) : "";
}
