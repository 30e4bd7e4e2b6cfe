import type { BillingProvider } from "./provider";

/** Billing as procedures, the webhook and the hourly jobs use it. */
export interface Billing {
  /** Undefined where `BILLING` is `off`. */
  provider: BillingProvider | undefined;
  /**
   * Handles a webhook message. Its effect is stored when this returns.
   * @throws DomainError `BILLING_OFF`, `SIGNATURE_INVALID`, `BILLING_FAILED`
   */
  receive(body: Uint8Array, headers: Headers): Promise<void>;
  /** Reads a customer at the provider and stores the result. */
  synchronize(customerId: string): Promise<void>;
  /** Synchronizes customers that were not read for a day or whose grace period has ended. */
  reconcile(now: number): Promise<void>;
}
