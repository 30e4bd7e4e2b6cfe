import { PLANS } from "#shared/plans";
import { currentSubscription } from "../current-subscription";
import type { Purchase } from "#server/core/billing/provider";
import type { fakeCustomers, fakeInvoices, fakeSubscriptions } from "./table";

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

/** The subscription that counts. */
export function chosenOf({ subscriptions }: Account): Subscription | undefined {
  return currentSubscription(subscriptions);
}

/** What a whole period costs. */
export function priceOf({ plan, interval, seats }: Purchase): number {
  return PLANS[plan].price[interval] * seats;
}
