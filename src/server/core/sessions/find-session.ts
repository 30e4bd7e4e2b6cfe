import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isId } from "#shared/id";
import { type Grants, readOnlyGrants } from "#shared/permissions";
import type { Plan } from "#shared/plans";
import type { Database } from "#server/kernel/db/client";
import {
  headSql,
  parseHead,
  type StoredHead,
} from "#server/kernel/db/versions";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import {
  customNameSql,
  customPermissionsSql,
  grantsOfRow,
  roleNameOf,
} from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import { sessions } from "./table";

/** An organization that a request names, and the caller's membership in it. */
export interface MemberOrganization {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  plan: Plan;
  createdAt: number;
  updatedAt: number;
  /** From this time members need two-factor authentication (milliseconds since 1970 UTC); null if never. */
  twoFactorRequiredFrom: number | null;
  /** The member's role: the name of a built-in role, or the id of a custom role. */
  role: string;
  roleName: string;
  customPermissions: string | null;
  /** Whether the member is read-only because the plan of the organization has too few seats. */
  isFrozen: boolean;
  isSuspended: boolean;
  /** The permissions of the role. A read-only member only has the permissions to read and to leave. */
  grants: Grants;
  /** The version of the organization at the time of this read; null if the read did not ask for it. */
  version: StoredHead;
}

/** The slug or id that a call names; undefined means the organization that the user visited last. */
export type OrganizationRef = string | undefined;

export type FoundSession = NonNullable<
  Awaited<ReturnType<ReturnType<typeof prepareFindSession>>>
>;

/** Prepares the query that every request runs. It selects only the needed columns, because each costs time. */
export function prepareFindSession({ drizzle }: Database) {
  const read = (organization: SQL, version: SQL<string | null>) =>
    drizzle
      .select({
        id: sessions.id,
        userId: sessions.userId,
        secretHash: sessions.secretHash,
        idleExpiresAt: sessions.idleExpiresAt,
        absoluteExpiresAt: sessions.absoluteExpiresAt,
        authenticatedAt: sessions.authenticatedAt,
        lastSeenAt: sessions.lastSeenAt,
        email: users.email,
        userName: users.name,
        avatarUrl: users.avatarUrl,
        emailVerifiedAt: users.emailVerifiedAt,
        language: users.language,
        suspendedAt: users.suspendedAt,
        orgId: organizations.id,
        orgName: organizations.name,
        slug: organizations.slug,
        logoUrl: organizations.logoUrl,
        plan: organizations.plan,
        orgCreatedAt: organizations.createdAt,
        orgUpdatedAt: organizations.updatedAt,
        twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
        role: memberships.role,
        memberSuspendedAt: memberships.suspendedAt,
        isFrozen: memberships.isFrozen,
        customName: customNameSql(memberships),
        customPermissions: customPermissionsSql(memberships),
        version,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(
        organizations,
        and(organization, isNull(organizations.deletedAt)),
      )
      .leftJoin(
        memberships,
        and(
          eq(memberships.orgId, organizations.id),
          eq(memberships.userId, users.id),
        ),
      )
      .where(eq(sessions.id, sql.placeholder("id")))
      .prepare();
  const readers = (version: SQL<string | null>) => ({
    byId: read(eq(organizations.id, sql.placeholder("org")), version),
    bySlug: read(eq(organizations.slug, sql.placeholder("org")), version),
    active: read(eq(organizations.id, users.activeOrgId), version),
  });
  const plain = readers(sql<string | null>`null`);
  const versioned = readers(
    sql<string | null>`${sql.raw(headSql("organizations.id"))}`,
  );

  /** @param forMutation whether the query also reads the version of the organization */
  return async (id: string, org: OrganizationRef, forMutation = false) => {
    const { byId, bySlug, active } = forMutation ? versioned : plain;
    if (org === undefined) return active.get({ id });
    if (isId("organization", org)) return byId.get({ id, org });
    return bySlug.get({ id, org: org.toLowerCase() });
  };
}

/** Returns the organization if the user is an active member; undefined if the user is suspended or no member. */
export function memberOrganization(
  found: FoundSession,
): MemberOrganization | undefined {
  return found.memberSuspendedAt === null ? organizationOf(found) : undefined;
}

/** Returns the organization if the user is suspended there. The only permission of a suspended member is to leave. */
export function suspendedOrganization(
  found: FoundSession,
): MemberOrganization | undefined {
  if (found.memberSuspendedAt === null) return undefined;
  const organization = organizationOf(found);
  return organization && { ...organization, grants: LEAVING };
}

const LEAVING: Grants = new Set(["member:leave"]);

function organizationOf(found: FoundSession): MemberOrganization | undefined {
  const { orgId, orgName, slug, logoUrl, plan, orgCreatedAt, role } = found;
  const { orgUpdatedAt, twoFactorRequiredFrom, customName, customPermissions } =
    found;
  if (!role || !orgId || !orgName || !slug || !plan || !orgCreatedAt)
    return undefined;
  const isFrozen = found.isFrozen ?? false;
  const granted = grantsOfRow({ role, customPermissions });
  return {
    id: orgId,
    name: orgName,
    slug,
    logoUrl,
    plan,
    createdAt: orgCreatedAt,
    updatedAt: orgUpdatedAt ?? orgCreatedAt,
    twoFactorRequiredFrom,
    role,
    roleName: roleNameOf(role, customName),
    customPermissions,
    isFrozen,
    isSuspended: found.memberSuspendedAt !== null,
    grants: isFrozen ? readOnlyGrants(granted) : granted,
    version: parseHead(found.version),
  };
}
