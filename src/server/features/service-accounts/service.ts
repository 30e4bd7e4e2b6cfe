import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#shared/id";
import { isRole } from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import {
  type Caller,
  requireRecentSession,
  requireSession,
} from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import {
  type FoundRole,
  grantsOfRow,
  requireHeld,
  requireRole,
} from "#server/core/roles/grants";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { users } from "#server/core/users/table";
import {
  momentOfChange,
  requireUnchanged,
} from "#server/kernel/audit/unchanged";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { projects } from "#server/features/projects/table";
import { issueKey, type NewKey } from "#server/features/api-keys/issue";
import { requireAccount } from "./list";
import { toServiceAccount } from "./schemas";

export interface AccountChanges {
  name?: string;
  description?: string;
  role?: string;
  stewardId?: string;
  suspended?: boolean;
}

/** Creates a service account. Its role cannot grant more than the caller has. Its steward is the caller by default. */
export async function createAccount(
  db: TenantDb,
  caller: Caller,
  input: Pick<AccountChanges, "description" | "stewardId"> & {
    name: string;
    role: string;
  },
) {
  const stewardId = input.stewardId ?? requireSession(caller).user.id;
  const [role, steward] = await together([
    requireGrantable(db, caller, input.role),
    requireSteward(db, stewardId),
  ]);
  const row = db.insert(serviceAccounts, {
    id: newId("serviceAccount"),
    name: input.name,
    description: input.description ?? "",
    role: role.role,
    stewardId: steward.stewardId,
    createdAt: db.now,
    updatedAt: db.now,
  });
  return toServiceAccount({
    ...row,
    ...steward,
    customName: customNameOf(role),
    keys: 0,
  });
}

/**
 * Changes a service account. The caller must have all permissions of its role before and after the change.
 */
export async function updateAccount(
  db: TenantDb,
  caller: Caller,
  id: string,
  { name, description, role: newRole, stewardId, suspended }: AccountChanges,
  readAt: string | undefined,
) {
  const [found, role, steward] = await together([
    requireOwnAccount(db, caller, id, readAt),
    newRole === undefined ? undefined : requireGrantable(db, caller, newRole),
    stewardId === undefined ? undefined : requireSteward(db, stewardId),
  ]);
  const after = db.update(serviceAccounts, rowOf(serviceAccounts, found), {
    name,
    description,
    role: role?.role,
    ...(steward && {
      stewardId: steward.stewardId,
      stewardNoticeSentAt: null,
    }),
    suspendedAt: suspensionOf(db, found.suspendedAt, suspended),
    updatedAt: momentOfChange(db.now, found),
  });
  return toServiceAccount({
    ...found,
    ...after,
    ...steward,
    ...(role && { customName: customNameOf(role) }),
  });
}

/** Deletes a service account with its keys. The projects that it created stay. */
export async function deleteAccount(
  db: TenantDb,
  caller: Caller,
  id: string,
): Promise<void> {
  const made = eq(projects.createdByAccount, id);
  const [found, [project]] = await together([
    requireAccount(db, id),
    db.from(projects).where(made).limit(1),
  ]);
  requireHeld(caller.grants, grantsOfRow(found));
  // The database would delete the keys as well, but then the audit log would not have them.
  if (found.keys > 0) db.removeAll(apiKeys, { serviceAccountId: id });
  if (project)
    db.updateAll(
      projects,
      { createdByAccount: id },
      { createdByAccount: null },
    );
  db.remove(serviceAccounts, rowOf(serviceAccounts, found));
}

/** Creates a key of a service account. */
export async function createAccountKey(
  db: TenantDb,
  caller: Caller,
  limits: Limits,
  id: string,
  input: NewKey,
) {
  const readName = async () => {
    const account = await requireAccount(db, id);
    if (account.role === "admin") requireRecentSession(caller, db.now);
    return account.name;
  };
  const owner = { serviceAccountId: id };
  return issueKey(db, caller, limits, owner, readName, input);
}

/** Finds an account that the caller may change, and that was not changed since the caller read it. */
async function requireOwnAccount(
  db: TenantDb,
  caller: Caller,
  id: string,
  readAt: string | undefined,
) {
  const found = await requireAccount(db, id);
  requireMayGrant(db, caller, { role: found.role, grants: grantsOfRow(found) });
  await requireUnchanged(db, serviceAccounts, found, readAt);
  return found;
}

async function requireGrantable(
  db: TenantDb,
  caller: Caller,
  role: string,
): Promise<FoundRole> {
  const found = await requireRole(db, role);
  requireMayGrant(db, caller, found);
  return found;
}

/** Requires that the caller has all permissions of a role, and for the admin role a recent authentication. */
function requireMayGrant(
  db: TenantDb,
  caller: Caller,
  { role, grants }: Pick<FoundRole, "role" | "grants">,
): void {
  requireHeld(caller.grants, grants);
  if (role === "admin") requireRecentSession(caller, db.now);
}

const activeMember = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      stewardId: users.id,
      stewardName: users.name,
      stewardEmail: users.email,
    })
    .where(
      and(
        eq(memberships.userId, value("userId")),
        isNull(memberships.suspendedAt),
      ),
    ),
);

/** @throws DomainError STEWARD_NOT_MEMBER, also for a suspended member */
async function requireSteward(db: TenantDb, userId: string) {
  const [steward] = await db.all(activeMember, { userId });
  if (!steward) throw new DomainError("STEWARD_NOT_MEMBER");
  return steward;
}

function suspensionOf(
  { now }: TenantDb,
  suspendedAt: number | null,
  suspended: boolean | undefined,
): number | null {
  if (suspended === undefined) return suspendedAt;
  return suspended ? (suspendedAt ?? now) : null;
}

function customNameOf({ role, name }: FoundRole): string | null {
  return isRole(role) ? null : name;
}
