import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import {
  addCustomer,
  type BillingContext,
  findSubscription,
  recheckPermission,
  requireProvider,
  requireSubscription,
} from "./customer";
import { isLive } from "./entitlement";
import { purchaseOf } from "./purchase";
import type { PlanChoice } from "./schemas";

/** @returns the URL of the page where the customer pays; nothing is bought before the payment */
export async function openCheckout(
  db: TenantDb,
  ctx: BillingContext,
  choice: PlanChoice,
): Promise<{ url: string }> {
  const provider = requireProvider(ctx);
  const { caller } = ctx;
  const row = await findSubscription(db, provider);
  if (row && isLive(row) && row.status !== "trialing")
    throw new DomainError("SUBSCRIPTION_EXISTS");
  const purchase = await purchaseOf(db, choice);
  const { customerId } = row ?? (await addCustomer(db, caller, provider));
  await recheckPermission(ctx);
  const returnUrl = returnUrlOf(caller, "checkout");
  const url = await provider.checkout({ customerId, returnUrl, purchase });
  return { url: url.href };
}

/** @returns the URL of the customer portal, for the payment method and the invoices */
export async function openPortal(
  db: TenantDb,
  ctx: BillingContext,
): Promise<{ url: string }> {
  const provider = requireProvider(ctx);
  const { customerId } = await requireSubscription(db, provider);
  const returnUrl = returnUrlOf(ctx.caller, "portal");
  const url = await provider.portal({ customerId, returnUrl });
  return { url: url.href };
}

/**
 * Returns the URL of the organization's billing page. The page reads the subscription at the payment provider again
 * when a hosted page has sent the user there.
 */
function returnUrlOf(
  { links, organization }: Caller,
  from: "checkout" | "portal",
): string {
  const url = new URL(links.billing(organization.slug));
  url.searchParams.set("from", from);
  return url.href;
}
