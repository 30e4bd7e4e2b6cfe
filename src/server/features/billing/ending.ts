import type { BillingProvider } from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { findSubscription, applyProviderState } from "./service";
import type { Subscription } from "./state";

/** Ends what runs, before the organization is hidden: nobody pays for what they cannot use. */
export async function endSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<void> {
  const row = await cancelRunning(db, provider);
  if (provider && row)
    await applyProviderState(db, row, await provider.read(row.customerId));
}

/**
 * Cancels at the provider whatever runs there, for an organization of which nothing is kept. What is stored here is not
 * asked: something may have been paid for a moment ago, and not have been told yet.
 * @returns what the organization was there, if anything
 */
export async function cancelRunning(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<Subscription | undefined> {
  const row = await findSubscription(db, provider);
  if (!provider || !row) return undefined;
  await provider.cancelNow(row.customerId);
  return row;
}
