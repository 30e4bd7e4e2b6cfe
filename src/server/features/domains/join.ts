import { and, eq, isNotNull, isNull, not, sql } from "drizzle-orm";
import { domainOf } from "#shared/domain";
import { guardVerifiedEmail } from "#server/core/users/verified-email";
import type { User } from "#server/core/users/user";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { headSql, parseHead } from "#server/kernel/db/versions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { invitations } from "#server/features/invitations/table";
import { formerMemberSql } from "#server/features/members/former-members";
import { hashAddress } from "#server/features/members/hash-address";
import { hasFreeSeat, joinUninvited } from "#server/features/members/join";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { isVerified } from "./status";
import { domains } from "./table";

/** Lists the organizations that the user can join because of the domain of their email address. */
export async function listJoinable(db: Database, user: User, now: number) {
  if (user.emailVerifiedAt === null) return [];
  const open = await findJoinable(db, user, now);
  return open.map(({ id, domain, role, customName, organization }) => ({
    id,
    organization: { name: organization.name, logoUrl: organization.logoUrl },
    domain,
    role,
    roleName: roleNameOf(role, customName),
  }));
}

/**
 * @param id the id of the domain
 * @throws DomainError EMAIL_NOT_VERIFIED, NOT_FOUND, SEAT_LIMIT
 */
export async function joinByDomain(
  db: Database,
  work: UnitOfWork,
  user: User,
  id: string,
) {
  guardVerifiedEmail(work, user);
  const chosen = await findForUpdate(db, work, user);
  if (chosen?.id !== id) throw new DomainError("NOT_FOUND");
  const tenant = new TenantDb(db.drizzle, work, chosen.orgId);
  const membership = joinUninvited(tenant, user, chosen.addressHash, chosen, {
    onConflict: conflictRetry,
    onFull: () => new DomainError("SEAT_LIMIT"),
  });
  return { ...membership, organization: chosen.organization };
}

/**
 * Adds a user whose account this mutation creates to the organization that owns the domain of their email address. It
 * skips an organization that has invited the user, because the invitation may give another role, and an organization
 * without a free seat.
 */
export async function joinNewUser(
  db: Database,
  work: UnitOfWork,
  user: User,
): Promise<void> {
  const open = await findForUpdate(db, work, user);
  if (!open || open.isInvited === 1 || open.hasFreeSeat === 0) return;
  const tenant = new TenantDb(db.drizzle, work, open.orgId);
  joinUninvited(tenant, user, open.addressHash, open, {
    onConflict: conflictRetry,
    onFull: conflictRetry,
  });
  // The user has no session yet, so name the actor that the audit log stores for this mutation.
  work.actor = user;
}

/** Finds the organization that the user can join by their domain, for a mutation. */
function findForUpdate(db: Database, work: UnitOfWork, user: User) {
  return work.readLocked(async () => {
    const [found] = await findJoinable(db, user, work.now);
    return found && { ...found, version: parseHead(found.version) };
  });
}

/**
 * Finds the organization that the user can join by their domain. The result has at most one row, because a verified
 * domain belongs to one organization.
 */
async function findJoinable(
  db: Database,
  { id: userId, email }: User,
  now: number,
) {
  const addressHash = await hashAddress(db, email);
  const rows = await db.drizzle
    .select({
      orgId: domains.orgId,
      version: sql<string | null>`${sql.raw(headSql("domains.org_id"))}`,
      id: domains.id,
      domain: domains.domain,
      role: domains.role,
      customName: customNameSql(domains),
      organization: {
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        logoUrl: organizations.logoUrl,
      },
      isInvited: isInvited(email, now),
      hasFreeSeat: hasFreeSeat(sql`${organizations.id}`, email, now),
    })
    .from(domains)
    .innerJoin(organizations, eq(organizations.id, domains.orgId))
    .where(
      and(
        eq(domains.domain, domainOf(email)),
        isVerified(now),
        isNotNull(domains.role),
        isNull(organizations.deletedAt),
        isNoMember(userId),
        not(formerMemberSql(domains.orgId, { userId, addressHash })),
      ),
    );
  return rows.flatMap(({ role, ...row }) =>
    role ? [{ ...row, role, addressHash }] : [],
  );
}

function isNoMember(user: string) {
  return sql`not exists (select 1 from ${memberships}
    where ${memberships.orgId} = ${domains.orgId} and ${memberships.userId} = ${user})`;
}

function isInvited(email: string, now: number) {
  return sql<number>`exists (select 1 from ${invitations}
    where ${invitations.orgId} = ${domains.orgId} and ${invitations.email} = ${email}
    and ${invitations.status} = 'pending' and ${invitations.expiresAt} > ${now})`;
}
