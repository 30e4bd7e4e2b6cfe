import { can, type Permission } from "#shared/permissions";
import type { BillingProvider } from "#server/core/billing/provider";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { readPending } from "#server/features/admin-transfers/respond";
import { readBillingAttention } from "./billing-attention";
import { listDueDomains } from "./due-domains";
import { listDueInvitations } from "./due-invitations";
import { listDueKeys } from "./due-keys";
import { listAccountsWithoutSteward } from "./due-service-accounts";
import { readInactiveMembers } from "./inactive-members";
import { readLackingTwoFactor } from "./lacking-two-factor";
import { countOpenRequests } from "./open-requests";
import type { Attention } from "./schemas";
import { listUnusedRoles } from "./unused-roles";

const NO_BILLING = { payment: null, trial: null, readOnly: null, seats: null };

/** Reads what waits for the caller. Facts for which the caller lacks the permission are not read. */
export async function readAttention(
  db: TenantDb,
  caller: Caller,
  provider: BillingProvider | undefined,
): Promise<Attention> {
  const permitted = <T>(
    permissions: readonly Permission[],
    read: () => Promise<T>,
  ): Promise<T> | null =>
    permissions.some((permission) => can(caller.grants, permission))
      ? read()
      : null;
  const [
    transfer,
    requests,
    billing,
    invitations,
    twoFactor,
    inactive,
    roles,
    keys,
    serviceAccounts,
    domains,
  ] = await together([
    permitted(["organization:read"], () => readOffer(db, caller)),
    permitted(["member:update"], () => countOpenRequests(db)),
    permitted(["billing:read"], () => readBillingAttention(db, provider)),
    permitted(["invitation:create", "invitation:revoke"], () =>
      listDueInvitations(db),
    ),
    permitted(["organization:update"], () => readLackingTwoFactor(db, caller)),
    permitted(["member:update"], () => readInactiveMembers(db)),
    permitted(["role:manage"], () => listUnusedRoles(db)),
    permitted(["apiKey:own"], () => listDueKeys(db, caller)),
    permitted(["apiKey:manage"], () => listAccountsWithoutSteward(db)),
    permitted(["organization:update"], () => listDueDomains(db)),
  ]);
  return {
    transfer,
    requests,
    ...(billing ?? NO_BILLING),
    invitations,
    twoFactor,
    inactive,
    roles,
    keys,
    serviceAccounts,
    domains,
  };
}

/** Reads the admin transfer that is offered to the caller. */
async function readOffer(
  db: TenantDb,
  caller: Caller,
): Promise<Attention["transfer"]> {
  const { transfer } = await readPending(db, caller);
  return transfer?.to.id === caller.id ? transfer : null;
}
