import { hashToken, newToken } from "#server/kernel/crypto";
import type { Purchase } from "#server/core/billing/provider";
import { currentSubscription } from "../current-subscription";
import type { Account, Session } from "./account";
import { StripeApiError } from "./api-error";
import type { Card } from "./cards";
import {
  addSubscription,
  advanceTo,
  oneLater,
  payOpenInvoices,
  startPeriod,
} from "./lifecycle";
import type { StoreOptions, WithAccount } from "./store";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const SESSION_MS = HOUR_MS;

/** The steps by which the test clock of a customer can be moved forward. */
export const CLOCK_STEPS = {
  day: "1 day",
  week: "7 days",
  month: "1 month",
  period: "to the end of the period",
} as const;
export type ClockStep = keyof typeof CLOCK_STEPS;

/** A visit to a hosted payment page, with the id of its customer. */
export interface OpenSession extends Session {
  customerId: string;
}

export type HostedPages = ReturnType<typeof createHostedPages>;

/** Creates the functions that the checkout page and the customer portal call. */
export function createHostedPages(
  withAccount: WithAccount,
  { db, now }: Pick<StoreOptions, "db" | "now">,
) {
  const find = async (id: string): Promise<OpenSession | undefined> => {
    const [customerId = "", token = ""] = id.split(".");
    const tokenHash = hashToken(token);
    const session = await withAccount(customerId, ({ sessions }) =>
      sessions.find((one) => one.tokenHash === tokenHash),
    ).catch(ignoreUnknownCustomer);
    return session && session.expiresAt > now()
      ? { ...session, customerId }
      : undefined;
  };
  return {
    /** @returns the id of the new session; the database stores only a hash of the id's secret part */
    open(
      customerId: string,
      { returnUrl, purchase }: { returnUrl: string; purchase: Purchase | null },
    ): Promise<string> {
      const token = newToken();
      const expiresAt = now() + SESSION_MS;
      const tokenHash = hashToken(token);
      return withAccount(customerId, (account) => {
        const session = { tokenHash, returnUrl, expiresAt, purchase };
        const others = account.sessions.filter((one) => one.expiresAt > now());
        account.sessions = [...others, { ...session, isPaid: false }];
        return `${customerId}.${token}`;
      });
    },

    /** Finds a session by its id. The result is undefined when the session is unknown or has expired. */
    async find(id: string): Promise<OpenSession | undefined> {
      const session = await find(id);
      if (session || !db.refresh) return session;
      // Another instance may have opened the session a moment ago, so this instance must refresh its data.
      await db.refresh();
      return find(id);
    },

    /**
     * Pays for the purchase of the session with a card. A second call buys nothing more.
     * @returns false when the card is declined
     */
    async pay(session: OpenSession, card: Card): Promise<boolean> {
      const { purchase, customerId } = session;
      if (!card.works || !purchase) return false;
      await withAccount(customerId, (account) => {
        const stored = storedSession(account, session);
        if (stored.isPaid) return;
        stored.isPaid = true;
        useCard(account, card);
        account.events.push("checkout.session.completed");
        const bought = addSubscription(account, purchase);
        startPeriod(account, bought, account.now);
      });
      return true;
    },

    view: ({ customerId }: OpenSession) =>
      withAccount(customerId, (account) => ({
        customer: account.customer,
        subscription: currentSubscription(account.subscriptions),
        invoices: account.invoices.toReversed(),
        now: account.now,
      })),

    /**
     * Stores the card and pays the open invoices with it.
     * @returns false when the card cannot be stored
     */
    async changeCard(
      { customerId }: OpenSession,
      card: Card,
    ): Promise<boolean> {
      if (!card.isAccepted) return false;
      await withAccount(customerId, (account) => {
        useCard(account, card);
        account.events.push("payment_method.attached");
        payOpenInvoices(account);
      });
      return true;
    },

    /**
     * Moves the test clock of the customer forward.
     * @returns the types of the webhook events that happened in the skipped time
     */
    moveClock: ({ customerId }: OpenSession, step: ClockStep) =>
      withAccount(customerId, (account) => {
        moveClock(account, lengthOf(account, step));
        return [...account.events];
      }),
  };
}

export function moveClock(account: Account, milliseconds: number): void {
  account.customer.clockAhead += milliseconds;
  account.now += milliseconds;
  advanceTo(account);
}

function storedSession(
  { sessions }: Account,
  { tokenHash }: OpenSession,
): Session {
  const stored = sessions.find((one) => one.tokenHash === tokenHash);
  if (!stored) throw new Error("The session was removed.");
  return stored;
}

function useCard({ customer }: Account, { number, works }: Card): void {
  customer.card = { last4: number.slice(-4), works };
}

function lengthOf(account: Account, step: ClockStep): number {
  if (step === "day") return DAY_MS;
  if (step === "week") return 7 * DAY_MS;
  const { now, subscriptions } = account;
  const endsAt = currentSubscription(subscriptions)?.periodEndsAt ?? now;
  // Move the clock to one hour after the end of the period, so that everything that is due at the end has happened.
  if (step === "period" && endsAt > now) return endsAt - now + HOUR_MS;
  return oneLater(now, "month") - now;
}

function ignoreUnknownCustomer(error: unknown): undefined {
  if (!(error instanceof StripeApiError && error.status === 404)) throw error;
}
