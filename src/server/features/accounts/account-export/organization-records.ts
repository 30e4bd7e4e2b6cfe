import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { invitations } from "#server/features/invitations/table";
import { memberships, people } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import {
  customNameSql,
  roleGrants,
  roleNameOf,
} from "#server/core/roles/grants";
import { apiKeys } from "#server/core/api-keys/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { projectFavourites, projects } from "#server/features/projects/table";
import { iso } from "#server/kernel/inputs";
import { users } from "#server/core/users/table";
import {
  hasSecondFactor,
  readSecondFactors,
} from "#server/core/users/second-factors";
import { readNewestActivity } from "./activity";
import { MAX_LIST_LENGTH } from "./schemas";

interface Owner {
  id: string;
  email: string;
}

/** Reads all memberships, and the activity and projects in the organizations that the user still has access to. */
export async function readOrganizationRecords(
  db: Database,
  user: Owner,
  now: number,
) {
  const accessible = await accessibleTo(db, user.id, now);
  const [joined, invitationsReceived, made, activity] = await Promise.all([
    readMemberships(db, user.id),
    readInvitations(db, user, now),
    readProjects(db, user.id, accessible),
    readActivity(db, user.id, accessible),
  ]);
  return {
    memberships: joined,
    invitationsReceived,
    projects: made,
    favouriteProjects: await readFavourites(db, user.id),
    apiKeys: await readApiKeys(db, user.id),
    serviceAccounts: await readServiceAccounts(db, user.id, accessible),
    activity,
  };
}

/**
 * The condition that selects the organizations the user has access to: the membership is not suspended, the
 * organization is not deleted, and the user has a second factor if the organization requires one.
 */
async function accessibleTo(db: Database, userId: string, now: number) {
  const needsNoFactor = or(
    isNull(organizations.twoFactorRequiredFrom),
    gt(organizations.twoFactorRequiredFrom, now),
  );
  const factors = await readSecondFactors(db, userId);
  return and(
    eq(memberships.userId, userId),
    isNull(memberships.suspendedAt),
    isNull(organizations.deletedAt),
    hasSecondFactor(factors) ? undefined : needsNoFactor,
  );
}

async function readMemberships({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select({
      organization: {
        id: organizations.id,
        name: organizations.name,
        slug: organizations.slug,
      },
      role: memberships.role,
      customName: customNameSql(memberships),
      joinedAt: memberships.joinedAt,
      suspendedAt: memberships.suspendedAt,
      lastActiveAt: people.lastActiveAt,
    })
    .from(memberships)
    .innerJoin(
      people,
      and(eq(people.orgId, memberships.orgId), eq(people.id, memberships.id)),
    )
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(eq(memberships.userId, userId))
    .orderBy(organizations.name);
  return rows.map(
    ({ customName, joinedAt, suspendedAt, lastActiveAt, ...row }) => ({
      ...row,
      roleName: roleNameOf(row.role, customName),
      joinedAt: iso(joinedAt),
      suspendedAt: isoOrNull(suspendedAt),
      lastActiveAt: iso(lastActiveAt),
    }),
  );
}

async function readInvitations(
  { drizzle }: Database,
  { email }: Owner,
  now: number,
) {
  const rows = await drizzle
    .select({
      organization: organizations.name,
      role: invitations.role,
      customName: customNameSql(invitations),
      status: invitations.status,
      invitedBy: users.name,
      message: invitations.privateMessage,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.orgId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.email, email))
    .orderBy(desc(invitations.id))
    .limit(MAX_LIST_LENGTH + 1);
  return toList(
    rows,
    ({ customName, status, createdAt, expiresAt, ...row }) => ({
      ...row,
      roleName: roleNameOf(row.role, customName),
      status:
        status === "pending" && expiresAt <= now
          ? ("expired" as const)
          : status,
      createdAt: iso(createdAt),
      expiresAt: iso(expiresAt),
    }),
  );
}

/** Projects are exported in their current state, so the user's current role must allow reading them. */
async function readProjects(
  { drizzle }: Database,
  userId: string,
  accessible: ReturnType<typeof and>,
) {
  const rows = await drizzle
    .select({ project: projects })
    .from(projects)
    .innerJoin(memberships, eq(memberships.orgId, projects.orgId))
    .innerJoin(organizations, eq(organizations.id, projects.orgId))
    .where(
      and(
        accessible,
        roleGrants(memberships, "project:read"),
        or(eq(projects.createdBy, userId), eq(projects.ownerId, userId)),
      ),
    )
    .orderBy(desc(projects.id))
    .limit(MAX_LIST_LENGTH + 1);
  return toList(rows, ({ project }) => {
    const { orgId, id, name, description, status } = project;
    return {
      organizationId: orgId,
      id,
      name,
      description,
      status,
      createdAt: iso(project.createdAt),
      updatedAt: iso(project.updatedAt),
    };
  });
}

async function readFavourites({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(projectFavourites)
    .where(eq(projectFavourites.userId, userId))
    .orderBy(desc(projectFavourites.createdAt))
    .limit(MAX_LIST_LENGTH + 1);
  return toList(rows, ({ orgId, projectId, createdAt }) => ({
    organizationId: orgId,
    projectId,
    createdAt: iso(createdAt),
  }));
}

async function readApiKeys({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .orderBy(desc(apiKeys.id))
    .limit(MAX_LIST_LENGTH + 1);
  return toList(rows, ({ orgId, id, name, scopes, last4, ...row }) => ({
    organizationId: orgId,
    id,
    name,
    scopes,
    last4,
    createdAt: iso(row.createdAt),
    expiresAt: isoOrNull(row.expiresAt),
    lastUsedAt: isoOrNull(row.lastUsedAt),
    revokedAt: isoOrNull(row.revokedAt),
  }));
}

async function readServiceAccounts(
  { drizzle }: Database,
  userId: string,
  accessible: ReturnType<typeof and>,
) {
  const rows = await drizzle
    .select({
      organizationId: serviceAccounts.orgId,
      id: serviceAccounts.id,
      name: serviceAccounts.name,
      role: serviceAccounts.role,
      customName: customNameSql(serviceAccounts),
      createdAt: serviceAccounts.createdAt,
    })
    .from(serviceAccounts)
    .innerJoin(memberships, eq(memberships.orgId, serviceAccounts.orgId))
    .innerJoin(organizations, eq(organizations.id, serviceAccounts.orgId))
    .where(and(accessible, eq(serviceAccounts.stewardId, userId)))
    .orderBy(desc(serviceAccounts.id))
    .limit(MAX_LIST_LENGTH + 1);
  return toList(rows, ({ customName, createdAt, ...row }) => ({
    ...row,
    roleName: roleNameOf(row.role, customName),
    createdAt: iso(createdAt),
  }));
}

async function readActivity(
  db: Database,
  userId: string,
  accessible: ReturnType<typeof and>,
) {
  const rows = await readNewestActivity(
    db,
    userId,
    accessible,
    MAX_LIST_LENGTH + 1,
  );
  return toList(rows, ({ seq: _, ...row }) => ({
    ...row,
    at: iso(row.at),
    changed: JSON.parse(row.changed) as { table: string; id: string }[],
  }));
}

function toList<R, T>(rows: readonly R[], show: (row: R) => T) {
  return {
    items: rows.slice(0, MAX_LIST_LENGTH).map(show),
    isComplete: rows.length <= MAX_LIST_LENGTH,
  };
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : iso(moment);
}
