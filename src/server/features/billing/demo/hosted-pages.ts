import type { Account, Customer, Invoice, Subscription } from "./account";
import { chosenOf } from "./account";
import { type Card, lastFour } from "./cards";
import {
  advanceTo,
  end,
  oneLater,
  payWhatIsOwed,
  startPeriod,
} from "./lifecycle";
import { addSubscription } from "./provider";
import type { WithAccount } from "./store";
import type { Visit, Visits } from "./visits";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How far the clock of a customer can be moved on. */
export const CLOCK_STEPS = {
  day: "1 day",
  week: "7 days",
  month: "1 month",
  period: "to the end of the period",
} as const;
export type Move = keyof typeof CLOCK_STEPS;

/** What people do at the pages of the provider. */
export interface HostedPages {
  find: Visits["find"];
  /**
   * Buys what the visit is for; asked twice it is bought once.
   * @returns false where the card is declined, and nothing is bought
   */
  pay(visit: Visit, card: Card): Promise<boolean>;
  look(visit: Visit): Promise<{
    customer: Customer;
    subscription: Subscription | undefined;
    invoices: Invoice[];
    /** What the customer's clock shows. */
    now: number;
  }>;
  /** Pays what is owed with it; @returns false where the card is not taken. */
  changeCard(visit: Visit, card: Card): Promise<boolean>;
  /** @returns what happened meanwhile, by its name at Stripe */
  moveClock(visit: Visit, move: Move): Promise<string[]>;
}

export function createHostedPages(
  withAccount: WithAccount,
  visits: Visits,
): HostedPages {
  return {
    find: visits.find,

    async pay(visit, card) {
      const { plan, interval, seats, customerId, tokenHash } = visit;
      if (!card.works || !plan || !interval || !seats) return false;
      const key = `visit:${tokenHash}`;
      await withAccount(customerId, (account) => {
        if (account.subscriptions.some((known) => known.key === key)) return;
        take(account, card);
        account.events.push("checkout.session.completed");
        // What was only tried ends with the first payment.
        for (const other of account.subscriptions)
          if (other.status === "trialing") end(account, other);
        const purchase = { plan, interval, seats };
        const bought = addSubscription(account, purchase, { key });
        startPeriod(account, bought, account.now);
      });
      await visits.finish(visit);
      return true;
    },

    look: ({ customerId }) =>
      withAccount(customerId, (account) => ({
        customer: account.customer,
        subscription: chosenOf(account),
        invoices: account.invoices.toReversed(),
        now: account.now,
      })),

    async changeCard({ customerId }, card) {
      if (!card.isTaken) return false;
      await withAccount(customerId, (account) => {
        take(account, card);
        account.events.push("payment_method.attached");
        payWhatIsOwed(account);
      });
      return true;
    },

    moveClock: ({ customerId }, move) =>
      withAccount(customerId, (account) => {
        const far = distance(account, move);
        account.customer.clockAhead += far;
        account.now += far;
        advanceTo(account);
        return [...account.events];
      }),
  };
}

function take({ customer }: Account, card: Card): void {
  customer.card = lastFour(card);
  customer.cardWorks = card.works;
}

function distance(account: Account, move: Move): number {
  if (move === "day") return DAY_MS;
  if (move === "week") return 7 * DAY_MS;
  const { now } = account;
  const at = chosenOf(account)?.periodEndsAt ?? now;
  // A little beyond it: what is due then has happened.
  if (move === "period" && at > now) return at - now + HOUR_MS;
  return oneLater(now, "month") - now;
}
