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

/** @returns the page to pay at; nothing is bought before the payment */
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

/** @returns the customer portal, for payment method and invoices */
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

/** The organization's billing page, which reads the provider again after a hosted page. */
function returnUrlOf(
  { links, organization }: Caller,
  from: "checkout" | "portal",
): string {
  const url = new URL(links.billing(organization.slug));
  url.searchParams.set("from", from);
  return url.href;
}
