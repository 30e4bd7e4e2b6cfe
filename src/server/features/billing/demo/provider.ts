import { newId } from "#shared/id";
import type { Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { CURRENCY } from "#shared/plans";
import { DomainError } from "#server/kernel/errors";
import type {
  BillingProvider,
  Purchase,
  SubscriptionState,
} from "#server/core/billing/provider";
import { type Account, chosenOf, type Subscription } from "./account";
import { read as readEvent } from "./events";
import { change, end, paidAhead } from "./lifecycle";
import { customerOf, type WithAccount } from "./store";
import type { Visits } from "./visits";

const DAY_MS = 24 * 60 * 60 * 1000;
const INVOICES_AT_MOST = 24;

export interface FakeOptions {
  db: Database;
  now: () => number;
  signer: Signer;
  withAccount: WithAccount;
  visits: Visits;
}

/** The provider inside the program: it keeps customers, subscriptions and invoices as another company would, and takes no money. */
export function createFakeProvider({
  db,
  now,
  signer,
  withAccount,
  visits,
}: FakeOptions): BillingProvider {
  return {
    id: "fake",

    async createCustomer({ name, email, key }) {
      const wanted = { key, name, email, createdAt: now() };
      return (await customerOf(db, wanted)).id;
    },

    checkout: ({ customerId, returnUrl, purchase }) =>
      visits.open({ kind: "checkout", customerId, returnUrl, ...purchase }),
    portal: ({ customerId, returnUrl }) =>
      visits.open({ kind: "portal", customerId, returnUrl }),

    startTrial: ({ customerId, purchase, days, key }) =>
      withAccount(customerId, (account) => {
        if (account.subscriptions.some((known) => known.key === key)) return;
        const endsAt = account.now + days * DAY_MS;
        addSubscription(account, purchase, { key, trialEndsAt: endsAt });
      }),

    read: (customerId) =>
      withAccount(customerId, (account) => {
        const chosen = chosenOf(account);
        return chosen && toState(chosen);
      }),

    cancelOthers: (customerId, keptId) =>
      withAccount(customerId, (account) => {
        const kept = requireSubscription(account, keptId);
        for (const other of account.subscriptions) {
          if (other.id === keptId || other.status === "cancelled") continue;
          // What was paid for and not had is taken off the next invoice.
          kept.carriedOver -= paidAhead(account, other);
          end(account, other);
        }
      }),

    async change(subscriptionId, purchase) {
      await withSubscription(db, withAccount, subscriptionId, (account, it) =>
        change(account, it, purchase),
      );
    },

    async setCancelsAtPeriodEnd(subscriptionId, ends) {
      await withSubscription(db, withAccount, subscriptionId, (account, it) => {
        it.cancelsAtPeriodEnd = ends;
        account.events.push("customer.subscription.updated");
      });
    },

    cancelNow: (customerId) =>
      withAccount(customerId, (account) => {
        for (const it of account.subscriptions)
          if (it.status !== "cancelled") end(account, it);
      }),

    invoices: (customerId) =>
      withAccount(customerId, ({ invoices }) =>
        invoices
          .toReversed()
          .slice(0, INVOICES_AT_MOST)
          .map(({ id, number, status, total, createdAt }) => ({
            id,
            number,
            status,
            total,
            createdAt,
            currency: CURRENCY,
            url: null,
          })),
      ),

    parseEvent: (body, headers) =>
      Promise.resolve().then(() => readEvent(signer, body, headers, now())),
  };
}

/** Adds one that begins now; without an end of a trial it is not paid for yet. */
export function addSubscription(
  account: Account,
  purchase: Purchase,
  {
    key = null,
    trialEndsAt = null,
  }: { key?: string | null; trialEndsAt?: number | null } = {},
): Subscription {
  const { customer, now, subscriptions, events } = account;
  const subscription: Subscription = {
    id: newId("subscription"),
    customerId: customer.id,
    key,
    ...purchase,
    status: trialEndsAt === null ? "active" : "trialing",
    trialEndsAt,
    periodStartsAt: now,
    periodEndsAt: trialEndsAt ?? now,
    cancelsAtPeriodEnd: false,
    pastDueSince: null,
    attempts: 0,
    carriedOver: 0,
    createdAt: now,
  };
  subscriptions.push(subscription);
  events.push("customer.subscription.created");
  return subscription;
}

function toState(subscription: Subscription): SubscriptionState {
  const { id, plan, interval, seats, status, trialEndsAt } = subscription;
  const { periodEndsAt, cancelsAtPeriodEnd, pastDueSince } = subscription;
  return {
    id,
    plan,
    interval,
    seats,
    status,
    trialEndsAt,
    periodEndsAt,
    cancelsAtPeriodEnd,
    pastDueSince,
  };
}

async function withSubscription(
  { client }: Database,
  withAccount: WithAccount,
  id: string,
  act: (account: Account, subscription: Subscription) => void,
): Promise<void> {
  const { rows } = await client.execute({
    sql: "select customer_id from fake_subscriptions where id = ?",
    args: [id],
  });
  const [row] = rows;
  if (!row) throw new DomainError("BILLING_FAILED");
  await withAccount(String(row.customer_id), (account) => {
    const subscription = requireSubscription(account, id);
    // It may have ended just now, by the customer's clock.
    if (subscription.status === "cancelled")
      throw new DomainError("BILLING_FAILED");
    act(account, subscription);
  });
}

function requireSubscription(
  { subscriptions }: Account,
  id: string,
): Subscription {
  const found = subscriptions.find((one) => one.id === id);
  if (!found) throw new DomainError("BILLING_FAILED");
  return found;
}
