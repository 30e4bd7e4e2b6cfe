import type { Interval, PaidPlan } from "#shared/plans";

/** What is bought. */
export interface Purchase {
  plan: PaidPlan;
  interval: Interval;
  seats: number;
}

/**
 * `past_due`: a payment failed and is tried again. `unpaid`: it is tried no more, and the subscription waits for a
 * card. `cancelled`: it is over.
 */
export const STATUSES = [
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "cancelled",
] as const;
export type SubscriptionStatus = (typeof STATUSES)[number];

/** A subscription as its provider holds it at the moment. Moments are milliseconds since 1970 UTC. */
export interface SubscriptionState extends Purchase {
  /** The provider's own id. */
  id: string;
  status: SubscriptionStatus;
  trialEndsAt: number | null;
  /** What is paid for, or tried, ends then. */
  periodEndsAt: number;
  /** Whether it ends with the period. */
  cancelsAtPeriodEnd: boolean;
  /** When the oldest payment that is still owed was asked for. */
  pastDueSince: number | null;
}

export interface Invoice {
  id: string;
  number: string | null;
  /** `open`: asked for and not paid. `void`: nobody has to pay it. */
  status: "paid" | "open" | "void";
  /** In the smallest unit of the currency. */
  total: number;
  currency: string;
  createdAt: number;
  /** Where it can be read or paid, at the provider. */
  url: string | null;
}

/** Something happened to a customer; what, is asked for. */
export interface BillingEvent {
  id: string;
  type: string;
  /** Null where it is about none. */
  customerId: string | null;
}

/** The person sent to the provider, and where they come back to. */
export interface Visit {
  customerId: string;
  /** An address of this program; the provider adds nothing to it. */
  returnUrl: string;
}

/**
 * Whoever takes the money. Each implementation passes `contract.ts`. A call that the provider does not answer as it
 * should throws a `DomainError` with `BILLING_FAILED`; nothing is to be taken as done then.
 */
export interface BillingProvider {
  readonly id: "fake" | "stripe";
  /**
   * Makes a customer. Asked again with the same key, within a day at least, it gives the same one.
   * @returns the customer's id
   */
  createCustomer(options: {
    name: string;
    email: string;
    orgId: string;
    key: string;
  }): Promise<string>;
  /** @returns where the person pays for a first subscription. A trial that runs ends with the payment. */
  checkout(visit: Visit & { purchase: Purchase }): Promise<URL>;
  /** @returns where the person changes how they pay, and sees invoices. */
  portal(visit: Visit): Promise<URL>;
  /** Begins a trial without a card; it is cancelled at its end when there is none by then. */
  startTrial(options: {
    customerId: string;
    purchase: Purchase;
    days: number;
    key: string;
  }): Promise<void>;
  /**
   * The subscription that counts: of several the one that is paid, and of those the oldest. Others that would be paid
   * for are cancelled by `cancelOthers`.
   * @returns undefined where there never was any
   */
  read(customerId: string): Promise<SubscriptionState | undefined>;
  /** Ends every subscription of the customer but one: a trial that was bought, or what was bought twice. */
  cancelOthers(customerId: string, keptId: string): Promise<void>;
  /** Changes plan, interval and seats at once; the difference is in the next invoice. */
  change(subscriptionId: string, purchase: Purchase): Promise<void>;
  /** Ends it with the period, or takes that back. */
  setCancelsAtPeriodEnd(subscriptionId: string, ends: boolean): Promise<void>;
  /** Ends every subscription of the customer at once. */
  cancelNow(customerId: string): Promise<void>;
  /** The newest first, at most 24. */
  invoices(customerId: string): Promise<Invoice[]>;
  /**
   * What a message says, once it is proven to come from the provider.
   * @throws DomainError `SIGNATURE_INVALID`
   */
  parseEvent(body: Uint8Array, headers: Headers): Promise<BillingEvent>;
}
