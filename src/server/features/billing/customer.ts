import { newId } from "#shared/id";
import { can } from "#shared/permissions";
import type { Billing } from "#server/core/billing/billing";
import type { BillingProvider } from "#server/core/billing/provider";
import { type Caller, requireSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import type { Subscription } from "./entitlement";
import { subscriptions } from "./table";

/** The caller of a billing procedure, with the services that the procedure uses. */
export interface BillingContext {
  caller: Caller;
  services: {
    billing: Pick<Billing, "provider">;
    now(): number;
  };
}

const ownSubscription = defineQuery()((db) => db.from(subscriptions).limit(1));

/** Finds the organization's subscription row for this payment provider. A row of a former provider is ignored. */
export async function findSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<Subscription | undefined> {
  const [row] = await db.all(ownSubscription, {});
  return row?.provider === provider?.id ? row : undefined;
}

export async function requireSubscription(
  db: TenantDb,
  provider: BillingProvider,
): Promise<Subscription> {
  const row = await findSubscription(db, provider);
  if (!row) throw new DomainError("NO_SUBSCRIPTION");
  return row;
}

export function requireProvider({ services }: BillingContext): BillingProvider {
  const { provider } = services.billing;
  if (!provider) throw new DomainError("BILLING_OFF");
  return provider;
}

/**
 * Checks the caller's permission again, right before a change at the payment provider: a failed batch cannot undo that
 * change.
 * @throws DomainError a conflict after which the procedure runs again and then refuses the caller
 */
export async function recheckPermission({
  caller: { currentGrants },
}: BillingContext): Promise<void> {
  const grants = await currentGrants();
  if (!grants || !can(grants, "billing:manage")) throw conflictRetry();
}

/**
 * Creates the organization's customer at the payment provider, and the subscription row with the id of this customer.
 */
export async function addCustomer(
  db: TenantDb,
  caller: Caller,
  provider: BillingProvider,
): Promise<Subscription> {
  const { organization } = caller;
  const { user } = requireSession(caller);
  const customerId = await provider.createCustomer({
    name: organization.name,
    email: user.email,
    orgId: organization.id,
    key: `customer:${organization.id}`,
  });
  const [stored] = await db.all(ownSubscription, {});
  // A concurrent call has stored the same customer, perhaps with a trial that must not be overwritten.
  if (stored?.provider === provider.id) throw conflictRetry();
  if (stored) db.remove(subscriptions, stored, conflictRetry);
  return db.insert(
    subscriptions,
    {
      id: newId("subscription"),
      provider: provider.id,
      customerId,
      syncedAt: db.now,
      createdAt: db.now,
    },
    conflictRetry,
  );
}
