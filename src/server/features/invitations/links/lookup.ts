import {
  and,
  desc,
  eq,
  getTableColumns,
  isNull,
  sql,
  type SQL,
} from "drizzle-orm";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { headSql, parseHead } from "#server/kernel/db/versions";
import { users } from "#server/core/users/table";
import { hashToken } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { DomainError } from "#server/kernel/errors";
import {
  type InvitedRole,
  inviterOfRow,
  inviterFields,
  inviterMayStillGrant,
} from "../inviter-rights";
import { organizations } from "#server/core/organizations/table";
import { customNameSql, customPermissionsSql } from "#server/core/roles/grants";
import { invitationLinks } from "./table";
import { statusOf } from "./schemas";

const MOST = 200;

const linkFields = {
  ...getTableColumns(invitationLinks),
  makerName: users.name,
  ...inviterFields(invitationLinks.createdBy),
  customName: customNameSql(invitationLinks),
  customPermissions: customPermissionsSql(invitationLinks),
};

export type LinkRecord = Omit<
  NonNullable<Awaited<ReturnType<typeof findOne>>>,
  "version"
>;
export type LinkWithMaker = LinkRecord["link"];

const isMaker = eq(users.id, invitationLinks.createdBy);

/** Finds the invitation links that were not revoked, newest first. */
export const newestLinks = defineQuery()((db) =>
  db
    .join(invitationLinks, users, isMaker, linkFields)
    .where(isNull(invitationLinks.revokedAt))
    .orderBy(desc(invitationLinks.id))
    .limit(MOST),
);

/**
 * Finds an invitation link for a mutation. It reads the version of the organization too, so that the mutation notices a
 * concurrent change of the link.
 */
export function findForUpdate(
  { drizzle }: Database,
  work: UnitOfWork,
  token: string,
): Promise<LinkRecord | undefined> {
  return work.readLocked(async () => {
    const found = await findOne(drizzle, token, VERSION);
    if (!found) return undefined;
    const { orgId } = found.link;
    return { ...found, orgId, version: parseHead(found.version) };
  });
}

const NO_VERSION = sql<string | null>`null`;
const VERSION = sql<
  string | null
>`${sql.raw(headSql("invitation_links.org_id"))}`;

/**
 * Finds an invitation link by its token. It searches all organizations, because the caller is usually not a member of
 * the link's organization yet.
 */
export function findByToken({ drizzle }: Database, token: string) {
  return findOne(drizzle, token);
}

/** @param version SQL for the version of the organization, which only mutations need */
function findOne(
  drizzle: Database["drizzle"],
  token: string,
  version = NO_VERSION,
) {
  return drizzle
    .select({
      version,
      link: linkFields,
      organization: {
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        logoUrl: organizations.logoUrl,
        twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
      },
    })
    .from(invitationLinks)
    .innerJoin(users, isMaker)
    .innerJoin(
      organizations,
      and(
        eq(organizations.id, invitationLinks.orgId),
        isNull(organizations.deletedAt),
      ),
    )
    .where(eq(invitationLinks.tokenHash, hashToken(token)))
    .get();
}

function invitedRoleOf(link: LinkWithMaker): InvitedRole {
  const { role, customPermissions } = link;
  return {
    role: { role, customPermissions },
    inviter: inviterOfRow(link),
  };
}

export function statusNow(link: LinkWithMaker, now: number) {
  return statusOf(link, inviterMayStillGrant(invitedRoleOf(link)), now);
}

/** @throws DomainError INVITATION_INVALID when the link is unknown or cannot be used */
export function requireLive(
  found: LinkRecord | undefined,
  now: number,
): LinkRecord {
  if (!found || statusNow(found.link, now) !== "live") throw invalid();
  return found;
}

export function invalid(): DomainError {
  return new DomainError("INVITATION_INVALID");
}

/** SQL that counts the invitation links of an organization that can be used now. */
export function liveLinks(orgId: string, now: number): SQL {
  return sql`(select count(*) from invitation_links where org_id = ${orgId} and revoked_at is null
    and expires_at > ${now} and (max_uses is null or uses < max_uses))`;
}
