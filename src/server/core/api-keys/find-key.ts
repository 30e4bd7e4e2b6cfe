import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isId } from "#shared/id";
import { type Grants, readOnlyGrants } from "#shared/permissions";
import type { Database } from "#server/kernel/db/client";
import { headSql, parseHead } from "#server/kernel/db/versions";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import {
  customNameSql,
  customPermissionsSql,
  grantsOfRow,
  roleNameOf,
} from "#server/core/roles/grants";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { MemberOrganization } from "#server/core/sessions/find-session";
import { users } from "#server/core/users/table";
import { apiKeys } from "./table";

export type FoundKey = NonNullable<
  Awaited<ReturnType<ReturnType<typeof prepareFindKey>>>
>;

/**
 * Prepares the query that every request with an API key runs: it reads the key, its owner with the present role, and
 * the organization.
 */
export function prepareFindKey({ drizzle }: Database) {
  const read = (version: SQL<string | null>) =>
    drizzle
      .select({
        id: apiKeys.id,
        keyName: apiKeys.name,
        scopes: apiKeys.scopes,
        secretHash: apiKeys.secretHash,
        previousHash: apiKeys.previousHash,
        graceUntil: apiKeys.graceUntil,
        expiresAt: apiKeys.expiresAt,
        lastUsedAt: apiKeys.lastUsedAt,
        revokedAt: apiKeys.revokedAt,
        userId: apiKeys.userId,
        email: users.email,
        userName: users.name,
        avatarUrl: users.avatarUrl,
        emailVerifiedAt: users.emailVerifiedAt,
        userSuspendedAt: users.suspendedAt,
        memberRole: memberships.role,
        memberSuspendedAt: memberships.suspendedAt,
        isFrozen: memberships.isFrozen,
        memberRoleName: customNameSql(memberships),
        memberPermissions: customPermissionsSql(memberships),
        accountId: apiKeys.serviceAccountId,
        accountName: serviceAccounts.name,
        stewardId: serviceAccounts.stewardId,
        accountRole: serviceAccounts.role,
        accountSuspendedAt: serviceAccounts.suspendedAt,
        accountRoleName: customNameSql(serviceAccounts),
        accountPermissions: customPermissionsSql(serviceAccounts),
        orgId: organizations.id,
        orgName: organizations.name,
        slug: organizations.slug,
        logoUrl: organizations.logoUrl,
        plan: organizations.plan,
        orgCreatedAt: organizations.createdAt,
        orgUpdatedAt: organizations.updatedAt,
        twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
        version,
      })
      .from(apiKeys)
      .innerJoin(
        organizations,
        and(
          eq(organizations.id, apiKeys.orgId),
          isNull(organizations.deletedAt),
        ),
      )
      .leftJoin(users, eq(users.id, apiKeys.userId))
      .leftJoin(
        memberships,
        and(
          eq(memberships.orgId, apiKeys.orgId),
          eq(memberships.userId, apiKeys.userId),
        ),
      )
      .leftJoin(
        serviceAccounts,
        and(
          eq(serviceAccounts.orgId, apiKeys.orgId),
          eq(serviceAccounts.id, apiKeys.serviceAccountId),
        ),
      )
      .where(eq(apiKeys.id, sql.placeholder("id")))
      .prepare();
  const plain = read(sql<string | null>`null`);
  const versioned = read(
    sql<string | null>`${sql.raw(headSql("organizations.id"))}`,
  );
  /** @param forMutation whether the query also reads the version of the organization */
  return (id: string, forMutation: boolean) =>
    (forMutation ? versioned : plain).get({ id });
}

/** Whether a call names the organization of the key: by its id, its slug, or not at all. */
export function isOrganizationOf(
  { orgId, slug }: FoundKey,
  org: string | undefined,
): boolean {
  if (org === undefined) return true;
  return isId("organization", org) ? org === orgId : org.toLowerCase() === slug;
}

/**
 * Returns the organization of the key with the permissions of the call: those of the key that the present role of its
 * owner grants too.
 */
export function organizationOf(found: FoundKey): MemberOrganization {
  const { orgId: id, orgName: name, slug, logoUrl, plan } = found;
  const { role, customName, customPermissions, suspendedAt } = ownerOf(found);
  const isFrozen = found.isFrozen ?? false;
  const granted = grantsOfRow({ role, customPermissions });
  return {
    id,
    name,
    slug,
    logoUrl,
    plan,
    createdAt: found.orgCreatedAt,
    updatedAt: found.orgUpdatedAt,
    // The two-factor policy concerns people.
    twoFactorRequiredFrom: found.userId ? found.twoFactorRequiredFrom : null,
    role,
    roleName: roleNameOf(role, customName),
    customPermissions,
    isFrozen,
    isSuspended: suspendedAt !== null,
    grants: limitedTo(
      found.scopes,
      isFrozen ? readOnlyGrants(granted) : granted,
    ),
    version: parseHead(found.version),
  };
}

function ownerOf(found: FoundKey) {
  if (found.userId !== null)
    return {
      role: found.memberRole ?? "",
      customName: found.memberRoleName,
      customPermissions: found.memberPermissions,
      suspendedAt: found.memberSuspendedAt,
    };
  return {
    role: found.accountRole ?? "",
    customName: found.accountRoleName,
    customPermissions: found.accountPermissions,
    suspendedAt: found.accountSuspendedAt,
  };
}

function limitedTo(scopes: FoundKey["scopes"], granted: Grants): Grants {
  return new Set(scopes.filter((permission) => granted.has(permission)));
}
