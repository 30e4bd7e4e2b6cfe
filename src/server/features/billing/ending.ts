import type { BillingProvider } from "../../billing/provider";
import type { TenantDb } from "../../db/tenant";
import { findSubscription, take } from "./service";
import { isLive, type Subscription } from "./state";

/** Ends what runs, before the organization is hidden: nobody pays for what they cannot use. */
export async function endSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<void> {
  const row = await cancelRunning(db, provider);
  if (provider && row) await take(db, row, await provider.read(row.customerId));
}

/**
 * Cancels at the provider what runs there, for an organization of which nothing is kept.
 * @returns what ran
 */
export async function cancelRunning(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<Subscription | undefined> {
  const row = await findSubscription(db, provider);
  if (!provider || !row || !isLive(row)) return undefined;
  await provider.cancelNow(row.customerId);
  return row;
}
