import type { BillingProvider } from "./provider";

/** The billing functions that procedures, the webhook and the hourly jobs use. */
export interface Billing {
  /** The payment provider; undefined if `BILLING` is `off`. */
  provider: BillingProvider | undefined;
  /**
   * Handles a webhook message, and returns after the effect of the message is stored.
   * @throws DomainError `BILLING_OFF`, `SIGNATURE_INVALID`, `BILLING_FAILED`
   */
  receive(body: Uint8Array, headers: Headers): Promise<void>;
  /** Reads the state of a customer at the payment provider and stores it. */
  synchronize(customerId: string): Promise<void>;
  /** Synchronizes the customers that were not read for a day, and those whose grace period has ended. */
  reconcile(now: number): Promise<void>;
}
