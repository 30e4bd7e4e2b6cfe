import type { BillingProvider } from "./provider";

/** What procedures, the receiver of messages and the chores know of billing. */
export interface Billing {
  /** Who takes the money; undefined in an installation that takes none. */
  provider: BillingProvider | undefined;
  /**
   * Deals with a message of the provider: what it says is stored when this returns.
   * @throws DomainError `BILLING_OFF`, `SIGNATURE_INVALID`, `BILLING_FAILED`; anything else where it could not be stored
   */
  receive(body: Uint8Array, headers: Headers): Promise<void>;
  /** Stores what the provider holds of a customer now. */
  synchronize(customerId: string): Promise<void>;
  /** Looks at what was not heard of for a day, and at what a failed payment has cost its plan by now. */
  reconcile(now: number): Promise<void>;
}
