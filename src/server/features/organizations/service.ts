import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { readOnlyGrants } from "#shared/permissions";
import {
  organizationSettings,
  type OrganizationSettings,
} from "#shared/settings";
import { users } from "#server/core/users/table";
import {
  planRetentionDays,
  fixedRetention,
} from "#server/features/audit-log/retention-period";
import { initialLimits } from "#server/features/billing/plan-limits";
import type { Database } from "#server/kernel/db/client";
import { prepareRead } from "#server/kernel/db/prepared-read";
import type { Source } from "#server/kernel/db/row-cache";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { iso } from "#server/kernel/inputs";
import { memberships } from "#server/core/memberships/table";
import {
  momentOfChange,
  requireUnchanged,
} from "#server/kernel/audit/unchanged";
import { readLogos, replaceLogoUrl } from "./logo";
import { organizations } from "#server/core/organizations/table";
import {
  proposedSlugTaken,
  proposeSlug,
  slugTaken,
} from "#server/core/organizations/slugs";
import {
  customNameSql,
  customPermissionsSql,
  grantsOfRow,
  roleNameOf,
} from "#server/core/roles/grants";
import { type CallerRole, toOrganization } from "./schemas";

type OrganizationRow = typeof organizations.$inferSelect;

/** Lists the organizations of a user, ordered by name. */
export async function listOrganizations(db: Database, userId: string) {
  const rows = await readOrganizations(db, userId);
  return rows.map((row) => toOrganization(row, row));
}

/** Reads the organizations that `listOrganizations` lists, with more fields, which the API does not return. */
export async function readOrganizations(
  db: Database,
  userId: string,
): Promise<ListedOrganization[]> {
  const joined = (await organizationsOf(db)(userId)) ?? [];
  return joined.filter(({ deletedAt }) => deletedAt === null);
}

export async function createOrganization(
  db: Database,
  work: UnitOfWork,
  userId: string,
  { name, slug }: { name: string; slug?: string },
  takesPayments: boolean,
) {
  const row: OrganizationRow = {
    id: newId("organization"),
    name,
    slug: slug ?? (await proposeSlug(db, name)),
    logoUrl: null,
    plan: "free",
    settings: {},
    createdAt: work.now,
    updatedAt: work.now,
    deletedAt: null,
    purgingSince: null,
    twoFactorRequiredFrom: null,
    ...initialLimits(takesPayments),
    ...fixedRetention(planRetentionDays("free", takesPayments)),
  };
  work.write(
    insertStatement(organizations, row),
    slug === undefined ? proposedSlugTaken : slugTaken,
  );
  work.beginChain(row.id);
  work.record(row.id, {
    table: "organizations",
    id: row.id,
    before: null,
    after: row,
  });
  new TenantDb(db.drizzle, work, row.id).insert(memberships, {
    id: newId("membership"),
    userId,
    role: "admin",
    joinedAt: work.now,
  });
  work.write(updateStatement(users, { activeOrgId: row.id }, { id: userId }));
  return toOrganization(row, {
    role: "admin",
    roleName: roleNameOf("admin", null),
  });
}

export interface OrganizationChanges {
  name?: string;
  slug?: string;
  logoUrl?: string | null;
  settings?: Partial<OrganizationSettings>;
}

export async function updateOrganization(
  db: TenantDb,
  role: CallerRole,
  changes: OrganizationChanges,
  readAt: string | undefined,
) {
  const [before, logos] = await together([
    db.readRoot(organizations),
    changes.logoUrl === undefined ? [] : readLogos(db),
  ]);
  await requireUnchanged(db, organizations, before, readAt);
  replaceLogoUrl(db, before, logos, changes.logoUrl);
  const settings = { ...before.settings, ...changes.settings };
  const updatedAt = momentOfChange(db.now, before);
  const complete = { ...changes, settings, updatedAt };
  return toOrganization(
    db.updateRoot(organizations, before, complete, slugTaken),
    role,
  );
}

/** Reads the settings of the organization. A setting that is not stored has its default value. */
export async function readSettings(
  db: TenantDb,
): Promise<OrganizationSettings & { updatedAt: string }> {
  const { settings, updatedAt } = await db.readRoot(organizations);
  return { ...organizationSettings.parse(settings), updatedAt: iso(updatedAt) };
}

type ReadOrganizations = ReturnType<typeof prepareReadOrganizations>;
const prepared = new WeakMap<Database, ReadOrganizations>();

function organizationsOf(db: Database): ReadOrganizations {
  let read = prepared.get(db);
  if (!read) prepared.set(db, (read = prepareReadOrganizations(db)));
  return read;
}

const idsOf = (joined: readonly ListedOrganization[]) =>
  joined.map(({ id }) => id);

/** The rows on which the organizations of a user depend. Without an organization, there is no row to depend on. */
const sources: Source<readonly ListedOrganization[]>[] = [
  {
    table: "memberships",
    column: "user_id",
    valuesIn: ([first]) => [first?.userId ?? null],
  },
  { table: "organizations", column: "id", valuesIn: idsOf },
  { table: "roles", column: "org_id", valuesIn: idsOf },
];

function prepareReadOrganizations(db: Database) {
  const query = prepareOrganizationsOf(db);
  const cached = db.rowCache?.define(sources);
  const read = async (userId: string) =>
    (await query.all({ userId })).map(toListed);
  return (userId: string) =>
    cached ? cached.get(userId, () => read(userId)) : read(userId);
}

export type ListedOrganization = ReturnType<typeof toListed>;

function toListed(
  row: Awaited<
    ReturnType<ReturnType<typeof prepareOrganizationsOf>["all"]>
  >[number],
) {
  const granted = grantsOfRow(row);
  return {
    ...row,
    roleName: roleNameOf(row.role, row.customName),
    grants: row.isFrozen ? readOnlyGrants(granted) : granted,
  };
}

/**
 * Prepares the query of the organizations of a user. It also returns deleted organizations: the cache could not notice
 * that an organization was restored if it had not read it.
 */
function prepareOrganizationsOf({ client, drizzle }: Database) {
  const select = drizzle
    .select({
      userId: memberships.userId,
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      logoUrl: organizations.logoUrl,
      plan: organizations.plan,
      createdAt: organizations.createdAt,
      updatedAt: organizations.updatedAt,
      deletedAt: organizations.deletedAt,
      twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
      role: memberships.role,
      isFrozen: memberships.isFrozen,
      customName: customNameSql(memberships),
      customPermissions: customPermissionsSql(memberships),
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(
      and(
        eq(memberships.userId, sql.placeholder("userId")),
        isNull(memberships.suspendedAt),
      ),
    )
    .orderBy(asc(organizations.name), asc(organizations.id));
  return prepareRead(client, select);
}
