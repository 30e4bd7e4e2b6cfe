import type { BillingProvider } from "#server/core/billing/provider";
import { organizations } from "#server/core/organizations/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { iso } from "#server/kernel/inputs";
import { findSubscription } from "./customer";
import type { SubscriptionView } from "./schemas";
import { canTry, summaryOf } from "./subscription-summary";
import { readUsage } from "./usage";

export async function readSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<SubscriptionView> {
  const organization = db.readRoot(organizations);
  const [row, { plan }, usage] = await together([
    findSubscription(db, provider),
    organization,
    readUsage(db, db.now, organization),
  ]);
  return {
    provider: provider?.id ?? "off",
    ...summaryOf(plan, row),
    canTry: provider !== undefined && canTry(row),
    usage,
  };
}

export async function listInvoices(
  db: TenantDb,
  provider: BillingProvider | undefined,
) {
  const row = await findSubscription(db, provider);
  if (!provider || !row) return [];
  const invoices = await provider.invoices(row.customerId);
  return invoices.map((invoice) => ({
    ...invoice,
    createdAt: iso(invoice.createdAt),
  }));
}
