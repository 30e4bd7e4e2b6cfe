import type { Interval, PaidPlan } from "#shared/plans";

export interface Purchase {
  plan: PaidPlan;
  interval: Interval;
  seats: number;
}

/**
 * `past_due`: a payment failed, and the provider tries again. `unpaid`: all tries failed, and the subscription waits
 * for another card. `cancelled`: the subscription has ended.
 */
export const STATUSES = [
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "cancelled",
] as const;
export type SubscriptionStatus = (typeof STATUSES)[number];

/** A subscription at the payment provider. All times are milliseconds since 1970 UTC. */
export interface SubscriptionState extends Purchase {
  id: string;
  status: SubscriptionStatus;
  trialEndsAt: number | null;
  /** The end of the current billing period or trial. */
  periodEndsAt: number;
  cancelsAtPeriodEnd: boolean;
  /** When the oldest unpaid payment was due; null if none is unpaid. */
  pastDueSince: number | null;
}

export interface Invoice {
  id: string;
  number: string | null;
  status: "paid" | "open" | "void";
  /** The amount in the smallest unit of the currency. */
  total: number;
  currency: string;
  createdAt: number;
  /** The page of the invoice at the payment provider. */
  url: string | null;
}

/**
 * Announces a change of a customer at the payment provider. The event has no content, because the new state is read
 * from the provider.
 */
export interface BillingEvent {
  id: string;
  type: string;
  /** The customer that changed; null if the event concerns no customer. */
  customerId: string | null;
}

export interface HostedPageRequest {
  customerId: string;
  /** The URL to which the page sends the customer afterwards. The provider adds no parameters to it. */
  returnUrl: string;
}

/**
 * A payment provider; every implementation passes the tests in `testing/peers/billing/contract.ts`. Every call throws
 * `DomainError` `BILLING_FAILED` if the provider does not answer as expected, and then counts as not done.
 */
export interface BillingProvider {
  readonly id: "fake" | "stripe";
  /**
   * Creates a customer. Repeated calls with the same key within a day return the same customer.
   * @returns the customer's id
   */
  createCustomer(options: {
    name: string;
    email: string;
    orgId: string;
    key: string;
  }): Promise<string>;
  /** @returns the page on which the customer pays for a first subscription. The payment ends a running trial. */
  checkout(request: HostedPageRequest & { purchase: Purchase }): Promise<URL>;
  /** @returns the page on which the customer manages payment method and invoices */
  portal(request: HostedPageRequest): Promise<URL>;
  /** Starts a trial without a card. The provider cancels the trial at its end if the customer has still added no card. */
  startTrial(options: {
    customerId: string;
    purchase: Purchase;
    days: number;
    key: string;
  }): Promise<void>;
  /**
   * Reads the current subscription. If there are several, it is the paid one, and of several paid ones the oldest;
   * `cancelOthers` ends the others.
   * @returns undefined if the customer never had a subscription
   */
  read(customerId: string): Promise<SubscriptionState | undefined>;
  /** Ends all other subscriptions of the customer, such as a trial after a purchase, or a second purchase. */
  cancelOthers(customerId: string, keptId: string): Promise<void>;
  /** Changes plan, interval and seats at once. The next invoice contains the prorated difference. */
  change(subscriptionId: string, purchase: Purchase): Promise<void>;
  setCancelsAtPeriodEnd(
    subscriptionId: string,
    cancels: boolean,
  ): Promise<void>;
  /** Ends every subscription of the customer at once. */
  cancelNow(customerId: string): Promise<void>;
  /** Returns at most 24 invoices, the newest first. */
  invoices(customerId: string): Promise<Invoice[]>;
  /**
   * Checks the signature of a webhook message and returns its event.
   * @throws DomainError `SIGNATURE_INVALID`
   */
  parseEvent(body: Uint8Array, headers: Headers): Promise<BillingEvent>;
}
