import { newId } from "../../../shared/id";
import type { Interval } from "../../../shared/plans";
import type { Purchase } from "../provider";
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

/** Lets everything happen that is due by what the customer's clock shows, in the order in which it is. */
export function catchUp(account: Account): void {
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
  const { status, pastDueSince, attempts, periodEndsAt } = subscription;
  if (status === "trialing" || status === "active") return periodEndsAt;
  const wait = RETRIES_MS[attempts - 1];
  return status === "past_due" && pastDueSince !== null && wait !== undefined
    ? pastDueSince + wait
    : Number.POSITIVE_INFINITY;
}

function happen(account: Account, subscription: Subscription, at: number) {
  const { status, cancelsAtPeriodEnd } = subscription;
  if (status === "past_due") return retry(account, subscription, at);
  const isUnpaidTrial = status === "trialing" && account.customer.card === null;
  if (cancelsAtPeriodEnd || isUnpaidTrial) return end(account, subscription);
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
  const invoice = addInvoice(account, subscription, Math.max(0, total), at);
  account.events.push("invoice.created");
  if (total <= 0 || account.customer.cardWorks)
    return settle(account, subscription, invoice);
  subscription.status = "past_due";
  subscription.pastDueSince = at;
  subscription.attempts = 1;
  account.events.push(
    "invoice.payment_failed",
    "customer.subscription.updated",
  );
}

function retry(account: Account, subscription: Subscription, at: number) {
  const invoice = openInvoiceOf(account, subscription);
  if (!invoice || account.customer.cardWorks)
    return settle(account, subscription, invoice);
  subscription.attempts += 1;
  account.events.push("invoice.payment_failed");
  if (nextAt(subscription) > at && Number.isFinite(nextAt(subscription)))
    return;
  subscription.status = "unpaid";
  account.events.push("customer.subscription.updated");
}

/** What is owed is paid, if the card pays; a subscription that had stopped goes on from now. */
export function payWhatIsOwed(account: Account): void {
  if (!account.customer.cardWorks) return;
  for (const subscription of account.subscriptions) {
    const { status } = subscription;
    if (status !== "past_due" && status !== "unpaid") continue;
    settle(account, subscription, openInvoiceOf(account, subscription));
    if (status === "past_due") continue;
    subscription.periodStartsAt = account.now;
    subscription.periodEndsAt = oneLater(account.now, subscription.interval);
  }
}

function settle(
  account: Account,
  subscription: Subscription,
  invoice: Invoice | undefined,
): void {
  if (invoice) {
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
  const invoice = openInvoiceOf(account, subscription);
  if (invoice) invoice.status = "void";
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

/** What part of what was paid for is still to come, from 0 to 1. */
export function partLeft(
  { now }: Account,
  { status, periodStartsAt, periodEndsAt }: Subscription,
): number {
  if (status !== "active") return 0;
  const part = (periodEndsAt - now) / (periodEndsAt - periodStartsAt);
  return Math.min(1, Math.max(0, part));
}

function addInvoice(
  account: Account,
  { id: subscriptionId }: Subscription,
  total: number,
  createdAt: number,
): Invoice {
  const { customer, invoices } = account;
  const number = `${customer.id.slice(-6).toUpperCase()}-${String(invoices.length + 1).padStart(4, "0")}`;
  const invoice: Invoice = {
    id: newId("invoice"),
    customerId: customer.id,
    subscriptionId,
    number,
    status: "open",
    total,
    createdAt,
  };
  invoices.push(invoice);
  return invoice;
}

function openInvoiceOf(
  { invoices }: Account,
  { id }: Subscription,
): Invoice | undefined {
  return invoices.find(
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
