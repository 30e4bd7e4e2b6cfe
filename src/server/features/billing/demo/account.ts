import type {
  Purchase,
  SubscriptionStatus,
} from "#server/core/billing/provider";
import { PLANS } from "#shared/plans";

/** A request with an idempotency key. A second request with the same key and the same body creates nothing new. */
export interface KeyedRequest {
  key: string;
  body: string;
}

export interface Customer {
  id: string;
  request: KeyedRequest | null;
  name: string;
  email: string;
  card: { last4: string; works: boolean } | null;
  /** How far the test clock of the customer is ahead of the real time, in milliseconds. */
  clockAhead: number;
  /** The amount that is added to the next invoice; negative for a credit. */
  balance: number;
  createdAt: number;
}

export interface Subscription extends Purchase {
  id: string;
  request: KeyedRequest | null;
  status: SubscriptionStatus;
  trialEndsAt: number | null;
  periodStartsAt: number;
  periodEndsAt: number;
  cancelsAtPeriodEnd: boolean;
  pastDueSince: number | null;
  /** How many times the payment of the open invoice was tried. */
  attempts: number;
  createdAt: number;
}

export interface Invoice {
  id: string;
  customerId: string;
  subscriptionId: string;
  number: string;
  status: "paid" | "open" | "void";
  total: number;
  createdAt: number;
}

/** One visit of a customer to the checkout or to the customer portal. */
export interface Session {
  tokenHash: string;
  returnUrl: string;
  expiresAt: number;
  /** What the customer buys at the checkout; null for a visit to the customer portal. */
  purchase: Purchase | null;
  isPaid: boolean;
}

/**
 * Everything that the demo payment service stores about a customer; the oldest items come first. Times are in
 * milliseconds since 1970 UTC, and amounts are in the smallest unit of the currency.
 */
export interface AccountRecord {
  customer: Customer;
  subscriptions: Subscription[];
  invoices: Invoice[];
  sessions: Session[];
}

/** A copy of an account, to which a change is applied before the account is stored. */
export interface Account extends AccountRecord {
  /** The time on the customer's test clock. */
  now: number;
  /** The types of the webhook events that the change causes, for example `invoice.paid`. */
  events: string[];
}

/** Returns the price of all seats for a whole period. */
export function priceOf({ plan, interval, seats }: Purchase): number {
  return PLANS[plan].price[interval] * seats;
}
