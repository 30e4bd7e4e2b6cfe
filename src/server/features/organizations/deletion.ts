import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { can } from "#shared/permissions";
import { hasSecondFactorSql } from "#server/core/users/second-factors";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { headSql, parseHead } from "#server/kernel/db/versions";
import {
  conflictRetry,
  DomainError,
  invalidField,
} from "#server/kernel/errors";
import { memberships } from "#server/core/memberships/table";
import {
  customNameSql,
  customPermissionsSql,
  grantsOfRow,
  type NamedRole,
  roleNameOf,
} from "#server/core/roles/grants";
import { organizations } from "#server/core/organizations/table";
import { toOrganization } from "./schemas";

const roleFields = {
  role: memberships.role,
  customName: customNameSql(memberships),
  customPermissions: customPermissionsSql(memberships),
};

export const RESTORABLE_MS = 30 * 24 * 60 * 60 * 1000;

/** Deletes the organization: it is hidden at once, and its admins can restore it for 30 days. */
export async function deleteOrganization(
  db: TenantDb,
  confirm: string | undefined,
) {
  const before = await db.readRoot(organizations);
  if (confirm !== before.slug)
    throw invalidField("confirm", "SLUG_CONFIRMATION", { slug: before.slug });
  const changes = { deletedAt: db.now, updatedAt: db.now };
  db.updateRoot(organizations, before, changes, notFound);
}

/** Lists the deleted organizations that the user can restore. */
export async function listDeletedOrganizations(
  db: Database,
  userId: string,
  now: number,
) {
  const rows = await db.drizzle
    .select({ organization: organizations, ...roleFields })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(
      and(
        eq(memberships.userId, userId),
        isNull(memberships.suspendedAt),
        gt(organizations.deletedAt, now - RESTORABLE_MS),
        isNull(organizations.purgingSince),
      ),
    )
    .orderBy(asc(organizations.name));
  return rows
    .filter((row) => can(grantsOfRow(row), "organization:delete"))
    .map((row) => toOrganization(row.organization, callerRoleOf(row)));
}

/** @throws DomainError ORGANIZATION_NOT_FOUND, SECOND_FACTOR_REQUIRED */
export async function restoreOrganization(
  db: Database,
  work: UnitOfWork,
  userId: string,
  orgId: string,
) {
  // The read checks the caller's right before the lock. Otherwise any user could lock this organization and make its
  // mutations wait.
  const found = await work.readLocked(() =>
    findRestorable(db, work, userId, orgId),
  );
  if (!found) throw notFound();
  guardTwoFactorPolicy(work, userId, found);
  // The purge writes no audit event, so it does not change the version of the organization. The batch must check that
  // no purge has begun.
  work.guard(
    sql`exists (select 1 from ${organizations} where ${organizations.id} = ${orgId} and ${organizations.purgingSince} is null)`,
    () => conflictRetry("ORGANIZATION_NOT_FOUND"),
  );
  const restored = new TenantDb(db.drizzle, work, orgId).updateRoot(
    organizations,
    found.organization,
    { deletedAt: null, updatedAt: work.now },
    notFound,
  );
  return toOrganization(restored, callerRoleOf(found));
}

async function findRestorable(
  { drizzle }: Database,
  { now }: UnitOfWork,
  userId: string,
  orgId: string,
) {
  const found = await drizzle
    .select({
      orgId: organizations.id,
      version: sql<string | null>`${sql.raw(headSql("organizations.id"))}`,
      organization: organizations,
      ...roleFields,
      holdsFactor: hasSecondFactorSql(memberships.userId),
    })
    .from(organizations)
    .innerJoin(memberships, eq(memberships.orgId, organizations.id))
    .where(
      and(
        eq(organizations.id, orgId),
        eq(memberships.userId, userId),
        isNull(memberships.suspendedAt),
        isNotNull(organizations.deletedAt),
        gt(organizations.deletedAt, now - RESTORABLE_MS),
        isNull(organizations.purgingSince),
      ),
    )
    .get();
  if (!found || !can(grantsOfRow(found), "organization:delete"))
    return undefined;
  return { ...found, version: parseHead(found.version) };
}

/**
 * If the two-factor policy is in force, a user without two-factor authentication cannot restore the organization,
 * because their password may be stolen.
 */
function guardTwoFactorPolicy(
  work: UnitOfWork,
  userId: string,
  found: {
    organization: { twoFactorRequiredFrom: number | null };
    holdsFactor: number;
  },
): void {
  const { twoFactorRequiredFrom } = found.organization;
  if (twoFactorRequiredFrom === null || twoFactorRequiredFrom > work.now)
    return;
  const refusal = () => new DomainError("SECOND_FACTOR_REQUIRED");
  if (found.holdsFactor !== 1) throw refusal();
  work.guard(hasSecondFactorSql(sql`${userId}`), refusal);
}

function callerRoleOf({ role, customName }: NamedRole) {
  return { role, roleName: roleNameOf(role, customName) };
}

function notFound(): DomainError {
  return new DomainError("ORGANIZATION_NOT_FOUND");
}
