import { newId } from "#shared/id";
import type { Interval } from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import {
  type Account,
  type Invoice,
  type KeyedRequest,
  priceOf,
  type Subscription,
} from "./account";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after the first attempt a failed payment is tried again. */
const RETRIES_MS = [3, 5, 7].map((days) => days * DAY_MS);
/** The largest number of due steps in one call, in case the test clock is moved by decades. */
const MOST_STEPS = 1000;
const NEVER = Number.POSITIVE_INFINITY;

/** Creates a subscription that starts now. Without a trial, the caller must then start the first period. */
export function addSubscription(
  account: Account,
  purchase: Purchase,
  {
    request = null,
    trialEndsAt = null,
  }: { request?: KeyedRequest | null; trialEndsAt?: number | null } = {},
): Subscription {
  const { now, subscriptions, events } = account;
  const subscription: Subscription = {
    id: newId("subscription"),
    request,
    ...purchase,
    status: trialEndsAt === null ? "active" : "trialing",
    trialEndsAt,
    periodStartsAt: now,
    periodEndsAt: trialEndsAt ?? now,
    cancelsAtPeriodEnd: false,
    pastDueSince: null,
    attempts: 0,
    createdAt: now,
  };
  subscriptions.push(subscription);
  events.push("customer.subscription.created");
  return subscription;
}

/**
 * Applies every trial end, renewal, payment attempt and cancellation that is due by the customer's test clock, in order
 * of time.
 */
export function advanceTo(account: Account): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = account.subscriptions
      .map((subscription) => ({ subscription, at: nextAt(subscription) }))
      .filter(({ at }) => at <= account.now)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!next) return;
    advance(account, next.subscription, next.at);
  }
}

function nextAt(subscription: Subscription): number {
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

function advance(account: Account, subscription: Subscription, at: number) {
  const { status, cancelsAtPeriodEnd, periodEndsAt } = subscription;
  if (cancelsAtPeriodEnd && periodEndsAt <= at)
    return end(account, subscription);
  if (status === "past_due") return retry(account, subscription);
  if (status === "trialing" && account.customer.card === null)
    return end(account, subscription);
  startPeriod(account, subscription, at);
}

/** Starts a new period of a subscription. The invoice contains the price of the period and the customer's balance. */
export function startPeriod(
  account: Account,
  subscription: Subscription,
  at: number,
): void {
  const { customer, events } = account;
  subscription.periodStartsAt = at;
  subscription.periodEndsAt = oneLater(at, subscription.interval);
  const total = priceOf(subscription) + customer.balance;
  customer.balance = Math.min(0, total);
  addInvoice(account, subscription, Math.max(0, total), at);
  const isOwed = openInvoices(account, subscription).length > 0;
  if (!isOwed || customer.card?.works) return settle(account, subscription);
  events.push("invoice.payment_failed");
  // A subscription that was already past due keeps the date of the first failed payment and the count of attempts.
  if (subscription.pastDueSince !== null) return;
  subscription.status = "past_due";
  subscription.pastDueSince = at;
  subscription.attempts = 1;
  events.push("customer.subscription.updated");
}

function retry(account: Account, subscription: Subscription) {
  if (account.customer.card?.works) return settle(account, subscription);
  subscription.attempts += 1;
  account.events.push("invoice.payment_failed");
  if (retryAt(subscription) < NEVER) return;
  subscription.status = "unpaid";
  account.events.push("customer.subscription.updated");
}

/**
 * Pays the open invoices if the customer's card works. If the current period has ended by then, a new period starts.
 */
export function payOpenInvoices(account: Account): void {
  if (!account.customer.card?.works) return;
  for (const subscription of account.subscriptions) {
    const { status, periodEndsAt } = subscription;
    if (status !== "past_due" && status !== "unpaid") continue;
    settle(account, subscription);
    if (periodEndsAt <= account.now)
      startPeriod(account, subscription, account.now);
  }
}

function settle(account: Account, subscription: Subscription): void {
  for (const invoice of openInvoices(account, subscription)) {
    invoice.status = "paid";
    account.events.push("invoice.paid");
  }
  subscription.status = "active";
  subscription.pastDueSince = null;
  subscription.attempts = 0;
  account.events.push("customer.subscription.updated");
}

/** Ends the subscription at once and voids its open invoices. */
export function end(account: Account, subscription: Subscription): void {
  subscription.status = "cancelled";
  subscription.pastDueSince = null;
  subscription.attempts = 0;
  subscription.cancelsAtPeriodEnd = false;
  for (const invoice of openInvoices(account, subscription))
    invoice.status = "void";
  account.events.push("customer.subscription.deleted");
}

/**
 * Changes the plan, the interval or the seats of a subscription. The prorated difference of the price goes to the
 * customer's balance.
 */
export function change(
  account: Account,
  subscription: Subscription,
  purchase: Purchase,
): void {
  const { customer, events } = account;
  const before = unusedPrice(account, subscription);
  const isOtherInterval = subscription.interval !== purchase.interval;
  Object.assign(subscription, purchase);
  events.push("customer.subscription.updated");
  if (subscription.status === "trialing") return;
  customer.balance -= before;
  if (isOtherInterval) return startPeriod(account, subscription, account.now);
  customer.balance += unusedPrice(account, subscription);
}

/** Returns the part of the price that covers the rest of the period. */
export function unusedPrice(
  { now }: Account,
  subscription: Subscription,
): number {
  const { periodStartsAt, periodEndsAt } = subscription;
  const part = (periodEndsAt - now) / (periodEndsAt - periodStartsAt);
  return Math.round(priceOf(subscription) * Math.min(1, Math.max(0, part)));
}

function addInvoice(
  account: Account,
  { id: subscriptionId }: Subscription,
  total: number,
  createdAt: number,
): void {
  const { customer, invoices, events } = account;
  invoices.push({
    id: newId("invoice"),
    customerId: customer.id,
    subscriptionId,
    number: invoiceNumber(customer.id, invoices.length + 1),
    status: total === 0 ? "paid" : "open",
    total,
    createdAt,
  });
  events.push("invoice.created", ...(total === 0 ? ["invoice.paid"] : []));
}

/** @param count the position of the invoice among the invoices of the customer, from 1 */
export function invoiceNumber(customerId: string, count: number): string {
  const prefix = customerId.slice(-6).toUpperCase();
  return `${prefix}-${String(count).padStart(4, "0")}`;
}

function openInvoices({ invoices }: Account, { id }: Subscription): Invoice[] {
  return invoices.filter(
    ({ subscriptionId, status }) => subscriptionId === id && status === "open",
  );
}

/**
 * Returns the same day one month or one year later. If that month has no such day, the result is the last day of the
 * month.
 */
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
