import type { Interval, PaidPlan } from "#shared/plans";

export interface Purchase {
  plan: PaidPlan;
  interval: Interval;
  seats: number;
}

/**
 * `past_due`: a payment failed and is tried again. `unpaid`: all tries failed, and the subscription waits for another
 * card. `cancelled`: the subscription has ended.
 */
export const STATUSES = [
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "cancelled",
] as const;
export type SubscriptionStatus = (typeof STATUSES)[number];

/** A subscription at its provider. Moments are milliseconds since 1970 UTC. */
export interface SubscriptionState extends Purchase {
  id: string;
  status: SubscriptionStatus;
  trialEndsAt: number | null;
  /** The end of the period that is paid for or tried. */
  periodEndsAt: number;
  cancelsAtPeriodEnd: boolean;
  /** When the oldest open payment was due. */
  pastDueSince: number | null;
}

export interface Invoice {
  id: string;
  number: string | null;
  status: "paid" | "open" | "void";
  /** In the smallest unit of the currency. */
  total: number;
  currency: string;
  createdAt: number;
  /** Its page at the provider. */
  url: string | null;
}

/** A change of a customer at the provider, without its content: the state is read instead. */
export interface BillingEvent {
  id: string;
  type: string;
  /** Null where the event concerns no customer. */
  customerId: string | null;
}

export interface HostedPageRequest {
  customerId: string;
  /** Where the page sends the customer afterwards; the provider adds nothing to it. */
  returnUrl: string;
}

/**
 * A payment provider. Each implementation passes `contract.ts`. Every call throws `DomainError` `BILLING_FAILED` when the
 * provider does not answer as expected; nothing counts as done then.
 */
export interface BillingProvider {
  readonly id: "fake" | "stripe";
  /**
   * Creates a customer. Within a day, the same key returns the same customer.
   * @returns the customer's id
   */
  createCustomer(options: {
    name: string;
    email: string;
    orgId: string;
    key: string;
  }): Promise<string>;
  /** @returns the page to pay for a first subscription. Payment ends a running trial. */
  checkout(request: HostedPageRequest & { purchase: Purchase }): Promise<URL>;
  /** @returns the page for payment method and invoices */
  portal(request: HostedPageRequest): Promise<URL>;
  /** Starts a trial without a card; it is cancelled at its end if there is still none. */
  startTrial(options: {
    customerId: string;
    purchase: Purchase;
    days: number;
    key: string;
  }): Promise<void>;
  /**
   * Reads the current subscription: of several, the paid one, and of those the oldest. `cancelOthers` ends the rest.
   * @returns undefined where the customer never had one
   */
  read(customerId: string): Promise<SubscriptionState | undefined>;
  /** Ends all other subscriptions of the customer: a trial that was bought, or a second purchase. */
  cancelOthers(customerId: string, keptId: string): Promise<void>;
  /** Changes plan, interval and seats at once; the prorated difference is on the next invoice. */
  change(subscriptionId: string, purchase: Purchase): Promise<void>;
  setCancelsAtPeriodEnd(
    subscriptionId: string,
    cancels: boolean,
  ): Promise<void>;
  /** Ends every subscription of the customer at once. */
  cancelNow(customerId: string): Promise<void>;
  /** The newest first, at most 24. */
  invoices(customerId: string): Promise<Invoice[]>;
  /**
   * Reads a webhook message after checking its signature.
   * @throws DomainError `SIGNATURE_INVALID`
   */
  parseEvent(body: Uint8Array, headers: Headers): Promise<BillingEvent>;
}
