import { newId } from "#shared/id";
import type { Interval } from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import {
  type Account,
  type Invoice,
  priceOf,
  type Subscription,
} from "./account";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after a payment failed it is tried again. */
const RETRIES_MS = [3, 5, 7].map((days) => days * DAY_MS);
/** A clock that was moved on by decades must not keep anybody waiting. */
const MOST_STEPS = 1000;
const NEVER = Number.POSITIVE_INFINITY;

/** Lets everything happen that is due by what the customer's clock shows, in the order in which it is. */
export function advanceTo(account: Account): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = account.subscriptions
      .map((subscription) => ({ subscription, at: nextAt(subscription) }))
      .filter(({ at }) => at <= account.now)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!next) return;
    happen(account, next.subscription, next.at);
  }
}

/** When something happens to it by itself. */
export function nextAt(subscription: Subscription): number {
  const { status, periodEndsAt, cancelsAtPeriodEnd } = subscription;
  if (status === "cancelled") return NEVER;
  if (status === "trialing" || status === "active") return periodEndsAt;
  const endsAt = cancelsAtPeriodEnd ? periodEndsAt : NEVER;
  return status === "past_due"
    ? Math.min(retryAt(subscription), endsAt)
    : endsAt;
}

function retryAt({ pastDueSince, attempts }: Subscription): number {
  const wait = RETRIES_MS[attempts - 1];
  return pastDueSince === null || wait === undefined
    ? NEVER
    : pastDueSince + wait;
}

function happen(account: Account, subscription: Subscription, at: number) {
  const { status, cancelsAtPeriodEnd, periodEndsAt } = subscription;
  if (cancelsAtPeriodEnd && periodEndsAt <= at)
    return end(account, subscription);
  if (status === "past_due") return retry(account, subscription);
  if (status === "trialing" && account.customer.card === null)
    return end(account, subscription);
  startPeriod(account, subscription, at);
}

/** Begins a period, and asks for its price together with what was carried over. */
export function startPeriod(
  account: Account,
  subscription: Subscription,
  at: number,
): void {
  subscription.periodStartsAt = at;
  subscription.periodEndsAt = oneLater(at, subscription.interval);
  const total = priceOf(subscription) + subscription.carriedOver;
  subscription.carriedOver = Math.min(0, total);
  addInvoice(account, subscription, Math.max(0, total), at);
  const owed = owedFor(account, subscription);
  if (owed.length === 0 || account.customer.cardWorks)
    return settle(account, subscription);
  account.events.push("invoice.payment_failed");
  // Something that was owed before is owed since then, and is tried no oftener for what came to it.
  if (subscription.pastDueSince !== null) return;
  subscription.status = "past_due";
  subscription.pastDueSince = at;
  subscription.attempts = 1;
  account.events.push("customer.subscription.updated");
}

function retry(account: Account, subscription: Subscription) {
  if (account.customer.cardWorks) return settle(account, subscription);
  subscription.attempts += 1;
  account.events.push("invoice.payment_failed");
  if (retryAt(subscription) < NEVER) return;
  subscription.status = "unpaid";
  account.events.push("customer.subscription.updated");
}

/** What is owed is paid, if the card pays; where the period that it was for is over, another one begins. */
export function payWhatIsOwed(account: Account): void {
  if (!account.customer.cardWorks) return;
  for (const subscription of account.subscriptions) {
    const { status, periodEndsAt } = subscription;
    if (status !== "past_due" && status !== "unpaid") continue;
    settle(account, subscription);
    if (periodEndsAt <= account.now)
      startPeriod(account, subscription, account.now);
  }
}

/** Pays everything that is owed for it. */
function settle(account: Account, subscription: Subscription): void {
  for (const invoice of owedFor(account, subscription)) {
    invoice.status = "paid";
    account.events.push("invoice.paid");
  }
  subscription.status = "active";
  subscription.pastDueSince = null;
  subscription.attempts = 0;
  account.events.push("customer.subscription.updated");
}

/** Ends it at once; what is still owed for it has to be paid no more. */
export function end(account: Account, subscription: Subscription): void {
  subscription.status = "cancelled";
  subscription.pastDueSince = null;
  subscription.attempts = 0;
  subscription.cancelsAtPeriodEnd = false;
  for (const invoice of owedFor(account, subscription)) invoice.status = "void";
  account.events.push("customer.subscription.deleted");
}

/** What is changed in the middle of a period is charged, or given back, by the time that is left of it. */
export function change(
  account: Account,
  subscription: Subscription,
  purchase: Purchase,
): void {
  const before = priceOf(subscription) * partLeft(account, subscription);
  const isOtherInterval = subscription.interval !== purchase.interval;
  Object.assign(subscription, purchase);
  account.events.push("customer.subscription.updated");
  if (subscription.status === "trialing") return;
  if (isOtherInterval) {
    subscription.carriedOver -= Math.round(before);
    return startPeriod(account, subscription, account.now);
  }
  const after = priceOf(subscription) * partLeft(account, subscription);
  subscription.carriedOver += Math.round(after - before);
}

/** What part of the period is still to come, from 0 to 1. */
function partLeft(
  { now }: Account,
  { periodStartsAt, periodEndsAt }: Subscription,
): number {
  const part = (periodEndsAt - now) / (periodEndsAt - periodStartsAt);
  return Math.min(1, Math.max(0, part));
}

/** What was paid and is still to come, in the smallest unit of the currency. */
export function paidAhead(
  account: Account,
  subscription: Subscription,
): number {
  if (subscription.status !== "active") return 0;
  return Math.round(priceOf(subscription) * partLeft(account, subscription));
}

function addInvoice(
  account: Account,
  { id: subscriptionId }: Subscription,
  total: number,
  createdAt: number,
): void {
  const { customer, invoices, events } = account;
  const number = `${customer.id.slice(-6).toUpperCase()}-${String(invoices.length + 1).padStart(4, "0")}`;
  invoices.push({
    id: newId("invoice"),
    customerId: customer.id,
    subscriptionId,
    number,
    status: total === 0 ? "paid" : "open",
    total,
    createdAt,
  });
  events.push("invoice.created", ...(total === 0 ? ["invoice.paid"] : []));
}

function owedFor({ invoices }: Account, { id }: Subscription): Invoice[] {
  return invoices.filter(
    ({ subscriptionId, status }) => subscriptionId === id && status === "open",
  );
}

/** A month or a year on, by the calendar; from the 31st to the last day of a shorter month. */
export function oneLater(at: number, interval: Interval): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (interval === "year" ? 12 : 1));
  const last = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
