import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isId } from "#shared/id";
import { type Grants, readOnlyGrants } from "#shared/permissions";
import type { Plan } from "#shared/plans";
import type { Database } from "#server/kernel/db/client";
import { lazy } from "#server/kernel/lazy";
import type { Source } from "#server/kernel/db/row-cache";
import {
  prepareReadWithVersion,
  WITH_VERSION,
  WITHOUT_VERSION,
} from "#server/core/organizations/read-with-version";
import { parseHead, type StoredHead } from "#server/kernel/db/versions";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import {
  secondFactorSources,
  twoFactorDeadlineSql,
} from "#server/core/organizations/two-factor-deadline";
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
  /** From this time the two-factor policy blocks this member; null if it does not, as for a member with a second factor. */
  twoFactorDeadline: number | null;
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
  Awaited<ReturnType<ReturnType<typeof prepareReads>>>
>;

const ofSession: Source<FoundSession> = {
  table: "sessions",
  column: "id",
  ignores: ["last_seen_at", "address"],
  valuesIn: ({ id }) => [id],
};

/**
 * The rows on which the result depends if the call names an organization. Only members have a result that is cached:
 * otherwise a user could fill the cache with the names of other organizations.
 */
const sourcesOfNamed: Source<FoundSession>[] = [
  ofSession,
  {
    table: "users",
    column: "id",
    ignores: ["active_org_id"],
    valuesIn: ({ userId }) => [userId],
  },
  { table: "organizations", column: "id", valuesIn: ({ orgId }) => [orgId] },
  {
    table: "memberships",
    column: "user_id",
    valuesIn: ({ userId, role }) => [role === null ? null : userId],
  },
  { table: "roles", column: "org_id", valuesIn: ({ orgId }) => [orgId] },
  ...secondFactorSources,
];

const activeOrganization = ({ activeOrgId }: FoundSession) =>
  activeOrgId === null ? [] : [activeOrgId];

/** The rows on which the result depends for the organization that the user visited last, if there is one. */
const sourcesOfActive: Source<FoundSession>[] = [
  ofSession,
  { table: "users", column: "id", valuesIn: ({ userId }) => [userId] },
  { table: "organizations", column: "id", valuesIn: activeOrganization },
  {
    table: "memberships",
    column: "user_id",
    valuesIn: ({ userId }) => [userId],
  },
  { table: "roles", column: "org_id", valuesIn: activeOrganization },
  ...secondFactorSources,
];

/**
 * Prepares the query that every request runs. On a local file its results are cached and checked against the database;
 * on another database the same query reads the version of the organization, too.
 */
export function prepareFindSession(database: Database) {
  const readWithout = prepareReads(database, WITHOUT_VERSION);
  const readWith = prepareReads(database, WITH_VERSION);
  const { rowCache } = database;
  const named = rowCache?.define(sourcesOfNamed);
  const active = rowCache?.define(sourcesOfActive);
  const readWithVersion = prepareReadWithVersion(database);

  const find = (id: string, org: OrganizationRef) => {
    const query = () => readWithout(id, org);
    if (org === undefined) return active ? active.get(id, query) : query();
    return named ? named.get(`${id} ${org.toLowerCase()}`, query) : query();
  };

  /** @param withVersion whether the result needs the version of the organization */
  return async (
    id: string,
    org: OrganizationRef,
    withVersion = false,
  ): Promise<FoundSession | undefined> =>
    withVersion
      ? readWithVersion(
          () => find(id, org),
          () => readWith(id, org),
        )
      : find(id, org);
}

/**
 * Prepares the query, when it is first used: to build it takes 2 ms. It selects only the needed columns, because each
 * costs time.
 */
function prepareReads({ drizzle }: Database, version: SQL<string | null>) {
  const read = (organization: SQL) =>
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
        activeOrgId: users.activeOrgId,
        orgId: organizations.id,
        orgName: organizations.name,
        slug: organizations.slug,
        logoUrl: organizations.logoUrl,
        plan: organizations.plan,
        orgCreatedAt: organizations.createdAt,
        orgUpdatedAt: organizations.updatedAt,
        twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
        twoFactorDeadline: twoFactorDeadlineSql,
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
  const { id: orgId, slug } = organizations;
  const byId = lazy(() => read(eq(orgId, sql.placeholder("org"))));
  const bySlug = lazy(() => read(eq(slug, sql.placeholder("org"))));
  const active = lazy(() => read(eq(orgId, users.activeOrgId)));

  return (id: string, org: OrganizationRef) => {
    if (org === undefined) return active().get({ id });
    if (isId("organization", org)) return byId().get({ id, org });
    return bySlug().get({ id, org: org.toLowerCase() });
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
    twoFactorDeadline: found.twoFactorDeadline,
    role,
    roleName: roleNameOf(role, customName),
    customPermissions,
    isFrozen,
    isSuspended: found.memberSuspendedAt !== null,
    grants: isFrozen ? readOnlyGrants(granted) : granted,
    version: parseHead(found.version),
  };
}
