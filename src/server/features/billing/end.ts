import type { BillingProvider } from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { findSubscription } from "./customer";
import type { Subscription } from "./entitlement";
import { applyProviderState } from "./state";

/** Ends the subscription of an organization that is deleted. */
export async function endSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<void> {
  const row = await cancelAtProvider(db, provider);
  if (provider && row)
    await applyProviderState(db, row, await provider.read(row.customerId));
}

/**
 * Cancels every subscription of the organization at the payment provider, and stores nothing. It ignores the stored
 * status, because a recent payment may not be stored yet.
 */
export async function cancelAtProvider(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<Subscription | undefined> {
  const row = await findSubscription(db, provider);
  if (!provider || !row) return undefined;
  await provider.cancelNow(row.customerId);
  return row;
}
