import { newId } from "#shared/id";
import { can } from "#shared/permissions";
import type { Billing } from "#server/core/billing/billing";
import type { BillingProvider } from "#server/core/billing/provider";
import type { Caller } from "#server/core/caller";
import type { Sessions } from "#server/core/sessions/sessions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import type { Subscription } from "./entitlement";
import { subscriptions } from "./table";

/** The caller of a billing procedure, with the services that it uses. */
export interface BillingContext {
  caller: Caller;
  services: {
    billing: Pick<Billing, "provider">;
    sessions: Pick<Sessions, "currentGrants">;
    now(): number;
  };
}

const ownSubscription = defineQuery()((db) => db.from(subscriptions).limit(1));

/** The organization's row for this provider; a row of a former provider does not count. */
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
 * Checks the caller's permission again, right before the provider changes something: the batch cannot undo that.
 * @throws DomainError that runs the procedure again, which then refuses it
 */
export async function recheckPermission({
  caller: { sessionId, organization },
  services: { sessions, now },
}: BillingContext): Promise<void> {
  const { currentGrants } = sessions;
  const grants = await currentGrants(sessionId, organization.id, now());
  if (!grants || !can(grants, "billing:manage")) throw conflictRetry();
}

/** Creates the organization's customer at the provider, and its row. */
export async function addCustomer(
  db: TenantDb,
  { user, organization }: Caller,
  provider: BillingProvider,
): Promise<Subscription> {
  const customerId = await provider.createCustomer({
    name: organization.name,
    email: user.email,
    orgId: organization.id,
    key: `customer:${organization.id}`,
  });
  const [stored] = await db.all(ownSubscription, {});
  // A concurrent call stored the same customer, perhaps with a trial that must stay.
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
