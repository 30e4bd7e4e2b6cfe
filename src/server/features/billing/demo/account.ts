import type {
  Purchase,
  SubscriptionStatus,
} from "#server/core/billing/provider";
import { PLANS } from "#shared/plans";

/** A request with an idempotency key: the same key with the same body creates nothing new. */
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
  /** How far the test clock of the customer is ahead, in milliseconds. */
  clockAhead: number;
  /** Added to the next invoice; negative for a credit. */
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
  /** How often the open payment was tried. */
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

/** A visit to the checkout or the customer portal. */
export interface Session {
  tokenHash: string;
  returnUrl: string;
  expiresAt: number;
  /** Null for the customer portal. */
  purchase: Purchase | null;
  isPaid: boolean;
}

/**
 * Everything the payment service stores of a customer, oldest first. Moments are milliseconds since 1970 UTC, amounts in
 * the smallest unit of the currency.
 */
export interface AccountRecord {
  customer: Customer;
  subscriptions: Subscription[];
  invoices: Invoice[];
  sessions: Session[];
}

/** An account while it is changed. */
export interface Account extends AccountRecord {
  /** The time on the customer's test clock. */
  now: number;
  /** The types of the events that the change causes, as Stripe names them. */
  events: string[];
}

/** The price of a whole period. */
export function priceOf({ plan, interval, seats }: Purchase): number {
  return PLANS[plan].price[interval] * seats;
}
