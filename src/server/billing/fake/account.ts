import { PLANS } from "../../../shared/plans";
import type { Purchase } from "../provider";
import type { fakeCustomers, fakeInvoices, fakeSubscriptions } from "./schema";

export type Customer = typeof fakeCustomers.$inferSelect;
export type Subscription = typeof fakeSubscriptions.$inferSelect;
export type Invoice = typeof fakeInvoices.$inferSelect;

/** All that is a customer's, as it is changed in one go. Amounts are in the smallest unit of the currency. */
export interface Account {
  customer: Customer;
  /** The oldest first. */
  subscriptions: Subscription[];
  /** The oldest first. */
  invoices: Invoice[];
  /** What the customer's own clock shows. */
  now: number;
  /** What happened, in the order in which it did, by the names that Stripe gives it. */
  events: string[];
}

/** The lower, the more it counts. */
const RANK = { active: 0, past_due: 1, trialing: 2, unpaid: 3, cancelled: 4 };

/** The subscription that counts: the one that is paid, and of several the oldest; of those that are over the newest. */
export function chosenOf({ subscriptions }: Account): Subscription | undefined {
  const [first] = subscriptions.toSorted(
    (a, b) => RANK[a.status] - RANK[b.status] || age(a, b),
  );
  return first;
}

function age(a: Subscription, b: Subscription): number {
  const older = a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
  return a.status === "cancelled" ? -older : older;
}

/** What a whole period costs. */
export function priceOf({ plan, interval, seats }: Purchase): number {
  return PLANS[plan].price[interval] * seats;
}
