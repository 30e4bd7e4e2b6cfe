import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isId } from "#shared/id";
import { type Grants, isPermission, readOnlyGrants } from "#shared/permissions";
import type { Database } from "#server/kernel/db/client";
import { lazy } from "#server/kernel/lazy";
import type { Source } from "#server/kernel/db/row-cache";
import {
  prepareReadWithVersion,
  WITH_VERSION,
  WITHOUT_VERSION,
} from "#server/core/organizations/read-with-version";
import { parseHead } from "#server/kernel/db/versions";
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
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { MemberOrganization } from "#server/core/sessions/find-session";
import { users } from "#server/core/users/table";
import { apiKeys } from "./table";

export type FoundKey = NonNullable<
  Awaited<ReturnType<ReturnType<typeof prepareRead>["get"]>>
>;

/** The rows on which the result of the query depends, without columns that it does not read and that change often. */
const sources: Source<FoundKey>[] = [
  {
    table: "api_keys",
    column: "id",
    ignores: ["last_used_at", "expiry_notice_days", "issuer_notice_sent_at"],
    valuesIn: ({ id }) => [id],
  },
  { table: "organizations", column: "id", valuesIn: ({ orgId }) => [orgId] },
  {
    table: "users",
    column: "id",
    ignores: ["active_org_id"],
    valuesIn: ({ userId }) => (userId === null ? [] : [userId]),
  },
  {
    table: "memberships",
    column: "user_id",
    valuesIn: ({ userId, issuedBy }) =>
      [userId, issuedBy].filter((id) => id !== null),
  },
  {
    table: "service_accounts",
    column: "id",
    valuesIn: ({ accountId }) => (accountId === null ? [] : [accountId]),
  },
  { table: "roles", column: "org_id", valuesIn: ({ orgId }) => [orgId] },
  ...secondFactorSources,
];

/**
 * Prepares the query that every request with an API key runs. On a local file its results are cached and checked against
 * the database; on another database the same query reads the version of the organization, too.
 */
export function prepareFindKey(database: Database) {
  const withoutVersion = lazy(() => prepareRead(database, WITHOUT_VERSION));
  const withVersion = lazy(() => prepareRead(database, WITH_VERSION));
  const cached = database.rowCache?.define(sources);
  const readWithVersion = prepareReadWithVersion(database);
  const find = (id: string) => {
    const query = () => withoutVersion().get({ id });
    return cached ? cached.get(id, query) : query();
  };

  /** @param forMutation whether the result needs the version of the organization */
  return async (
    id: string,
    forMutation = false,
  ): Promise<FoundKey | undefined> =>
    forMutation
      ? readWithVersion(
          () => find(id),
          () => withVersion().get({ id }),
        )
      : find(id);
}

/**
 * Prepares the query: it reads the key unless it is revoked, its owner with the present role, and the organization. It
 * selects only the needed columns, because each costs time: a key has one owner, so the columns of both kinds of owners
 * are read as one.
 */
function prepareRead({ drizzle }: Database, version: SQL<string | null>) {
  const role = sql<
    string | null
  >`coalesce(${memberships.role}, ${serviceAccounts.role})`;
  const ofRole = { orgId: apiKeys.orgId, role };
  return drizzle
    .select({
      id: apiKeys.id,
      keyName: apiKeys.name,
      scopes: sql<string>`${apiKeys.scopes}`,
      secretHash: apiKeys.secretHash,
      previousHash: apiKeys.previousHash,
      graceUntil: apiKeys.graceUntil,
      expiresAt: apiKeys.expiresAt,
      issuedBy: apiKeys.issuedBy,
      lastUsedAt: apiKeys.lastUsedAt,
      userId: apiKeys.userId,
      email: users.email,
      avatarUrl: users.avatarUrl,
      emailVerifiedAt: users.emailVerifiedAt,
      accountId: apiKeys.serviceAccountId,
      stewardId: serviceAccounts.stewardId,
      issuerId: sql<
        string | null
      >`iif(${apiKeys.userId} is null, (select m.user_id from memberships as m
          where m.org_id = ${apiKeys.orgId} and m.user_id = ${apiKeys.issuedBy}), null)`,
      ownerName: sql<
        string | null
      >`coalesce(${users.name}, ${serviceAccounts.name})`,
      role,
      suspendedAt: sql<
        number | null
      >`coalesce(${memberships.suspendedAt}, ${serviceAccounts.suspendedAt})`,
      isFrozen: memberships.isFrozen,
      customName: customNameSql(ofRole),
      customPermissions: customPermissionsSql(ofRole),
      orgId: organizations.id,
      orgName: organizations.name,
      slug: organizations.slug,
      logoUrl: organizations.logoUrl,
      plan: organizations.plan,
      orgCreatedAt: organizations.createdAt,
      orgUpdatedAt: organizations.updatedAt,
      twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
      twoFactorDeadline: twoFactorDeadlineSql,
      version,
    })
    .from(apiKeys)
    .innerJoin(
      organizations,
      and(eq(organizations.id, apiKeys.orgId), isNull(organizations.deletedAt)),
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
    .where(
      and(
        eq(apiKeys.id, sql.placeholder("id")),
        isNull(apiKeys.revokedAt),
        isNull(users.suspendedAt),
      ),
    )
    .prepare();
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
export function organizationOf(
  found: FoundKey & { role: string },
): MemberOrganization {
  const { orgId: id, orgName: name, slug, logoUrl, plan } = found;
  const { role, customName, customPermissions, suspendedAt } = found;
  const isFrozen = found.isFrozen ?? false;
  const granted = grantsOfRow({ role, customPermissions });
  const grants = limitedTo(found.scopes, granted);
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
    twoFactorDeadline: found.userId ? found.twoFactorDeadline : null,
    role,
    roleName: roleNameOf(role, customName),
    customPermissions,
    isFrozen,
    isSuspended: suspendedAt !== null,
    grants: isFrozen ? readOnlyGrants(grants) : grants,
    version: parseHead(found.version),
  };
}

const KEPT = 100;
/** The permissions of calls, by the permissions of the role and by the scopes of the key as they are stored. */
const limited = new WeakMap<Grants, Map<string, Grants>>();

function limitedTo(scopes: string, granted: Grants): Grants {
  let byScopes = limited.get(granted);
  if (!byScopes) limited.set(granted, (byScopes = new Map()));
  let grants = byScopes.get(scopes);
  if (!grants) {
    const stored: unknown = JSON.parse(scopes);
    const chosen = Array.isArray(stored) ? stored.filter(isPermission) : [];
    grants = new Set(chosen.filter((permission) => granted.has(permission)));
    if (byScopes.size >= KEPT) byScopes.clear();
    byScopes.set(scopes, grants);
  }
  return grants;
}
