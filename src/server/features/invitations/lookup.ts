import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { users } from "#server/core/users/table";
import { hashToken } from "#server/kernel/crypto";
import type { User } from "#server/core/users/user";
import type { Database } from "#server/kernel/db/client";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { headSql, parseHead } from "#server/kernel/db/versions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";
import { customNameSql, customPermissionsSql } from "#server/core/roles/grants";
import {
  type InvitedRole,
  inviterFields,
  inviterNameSql,
  inviterMayStillGrant,
  inviterOfRow,
} from "./inviter-rights";
import { invitations } from "./table";

export const invalid = () => new DomainError("INVITATION_INVALID");
export const conflict = () => conflictRetry("INVITATION_INVALID");

export type InvitationRecord = Omit<
  Awaited<ReturnType<typeof findAll>>[number],
  "version"
>;

/** The condition that selects the invitation of a mailed or a copied link. */
export function withToken(token: string) {
  const hash = hashToken(token);
  return or(
    eq(invitations.tokenHash, hash),
    eq(invitations.copiedTokenHash, hash),
  );
}

/**
 * Whether the token was mailed, so that its holder can read the mailbox of the invited address. The member who copied a
 * link knows the token of that link.
 */
export function isMailed(
  { invitation }: InvitationRecord,
  token: string,
): boolean {
  return invitation.tokenHash === hashToken(token);
}

export function receivedBy({ email }: User, id: string) {
  return and(eq(invitations.id, id), eq(invitations.email, email));
}

/**
 * Finds an invitation for a mutation. It reads the version of the organization too, so that the mutation notices a
 * concurrent change of the invitation.
 */
export function findForUpdate(
  db: Database,
  work: UnitOfWork,
  condition: SQL | undefined,
): Promise<InvitationRecord | undefined> {
  return work.readLocked(async () => {
    const [found] = await findAll(db, condition, VERSION);
    if (!found) return undefined;
    const { orgId } = found.invitation;
    return { ...found, orgId, version: parseHead(found.version) };
  });
}

const NO_VERSION = sql<string | null>`null`;
const VERSION = sql<string | null>`${sql.raw(headSql("invitations.org_id"))}`;

export async function findByToken(db: Database, token: string) {
  const [row] = await findAll(db, withToken(token));
  return row;
}

/** @param version SQL for the version of the organization, which only mutations need */
export function findAll(
  { drizzle }: Database,
  condition: SQL | undefined,
  version = NO_VERSION,
) {
  return drizzle
    .select({
      version,
      invitation: invitations,
      organization: {
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        logoUrl: organizations.logoUrl,
        twoFactorRequiredFrom: organizations.twoFactorRequiredFrom,
      },
      inviterName: inviterNameSql,
      ...inviterFields(invitations.invitedBy, invitations.invitedByAccount),
      customName: customNameSql(invitations),
      customPermissions: customPermissionsSql(invitations),
    })
    .from(invitations)
    .innerJoin(
      organizations,
      and(
        eq(organizations.id, invitations.orgId),
        isNull(organizations.deletedAt),
      ),
    )
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(condition)
    .orderBy(desc(invitations.id))
    .limit(100);
}

/**
 * Whether an invitation can be accepted. It cannot after it has been used, after it has expired, or when its inviter
 * can no longer give the role.
 */
export function isLive(found: InvitationRecord, now: number): boolean {
  const { status, expiresAt } = found.invitation;
  return (
    status === "pending" &&
    expiresAt > now &&
    inviterMayStillGrant(invitedRoleOf(found))
  );
}

function invitedRoleOf(found: InvitationRecord): InvitedRole {
  const { invitation, customPermissions } = found;
  return {
    role: { role: invitation.role, customPermissions },
    inviter: inviterOfRow(found),
  };
}

export function requireLive(
  found: InvitationRecord | undefined,
  now: number,
): InvitationRecord {
  if (!found || !isLive(found, now)) throw invalid();
  return found;
}

export function requireAddressee(
  { invitation }: InvitationRecord,
  user: User,
): void {
  if (invitation.email !== user.email)
    throw new DomainError("WRONG_ACCOUNT", {
      email: user.email,
      invited: invitation.email,
    });
}
