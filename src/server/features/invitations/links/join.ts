import { domainOf } from "#shared/domain";
import { guardVerifiedEmail } from "#server/core/users/verified-email";
import type { User } from "#server/core/users/user";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import { hashAddress } from "#server/features/members/hash-address";
import { joinUninvited } from "#server/features/members/join";
import { isFormerMember } from "#server/features/members/former-members";
import { findMember } from "#server/features/members/service";
import { toMembership } from "#server/features/members/schemas";
import { roleNameOf } from "#server/core/roles/grants";
import {
  findByToken,
  findForUpdate,
  type LinkRecord,
  invalid,
  requireLive,
} from "./lookup";

export async function previewLink(db: Database, token: string, now: number) {
  const found = requireLive(await findByToken(db, token), now);
  const { link, organization } = found;
  const { name, logoUrl, twoFactorRequiredFrom } = organization;
  return {
    organization: { name, logoUrl },
    role: link.role,
    roleName: roleNameOf(link.role, link.customName),
    invitedBy: link.makerName,
    domains: link.domains,
    expiresAt: iso(link.expiresAt),
    requiresTwoFactor: twoFactorRequiredFrom !== null,
  };
}

/**
 * Makes the user a member of the organization of an invitation link. If the user is already a member, nothing changes
 * and no use of the link is counted.
 * @throws DomainError INVITATION_INVALID, WRONG_ACCOUNT for an email address of another domain, SEAT_LIMIT,
 * MEMBERSHIP_SUSPENDED
 */
export async function joinByLink(
  db: Database,
  work: UnitOfWork,
  user: User,
  token: string,
) {
  const found = await findForUpdate(db, work, token);
  if (!found) throw invalid();
  const { organization, link } = found;
  const tenant = new TenantDb(db.drizzle, work, link.orgId);
  const addressHash = await hashAddress(db, user.email);
  const [member, isFormer] = await together([
    findMember(tenant, user.id),
    isFormerMember(tenant, { userId: user.id, addressHash }),
  ]);
  if (member?.suspendedAt === null)
    return { ...toMembership(member), organization };
  if (member) throw new DomainError("MEMBERSHIP_SUSPENDED");
  requireLive(found, work.now);
  requireDomain(work, found, user);
  // A removed member cannot come back by a link, only by an invitation to their email address.
  if (isFormer) throw invalid();
  useUp(work, found);
  const membership = joinUninvited(tenant, user, addressHash, link, {
    onConflict: conflict,
    onFull: () => new DomainError("SEAT_LIMIT"),
  });
  return { ...membership, organization };
}

/**
 * Counts one use of the link. The database compares the count with the limit, so that concurrent calls cannot exceed
 * the limit.
 */
function useUp(work: UnitOfWork, { link }: LinkRecord): void {
  work.write({
    sql: `update invitation_links set uses = uses + 1 where org_id = ? and id = ? and token_hash = ?
      and revoked_at is null and expires_at > ? and (max_uses is null or uses < max_uses)`,
    args: [link.orgId, link.id, link.tokenHash, work.now],
  });
  work.guardRowChanged(conflict);
}

function requireDomain(
  work: UnitOfWork,
  { link }: LinkRecord,
  user: User,
): void {
  const { email } = user;
  const { domains } = link;
  if (domains.length === 0) return;
  if (domains.includes(domainOf(email))) return guardVerifiedEmail(work, user);
  throw new DomainError("WRONG_ACCOUNT", { email, domains });
}

function conflict(): DomainError {
  return conflictRetry("INVITATION_INVALID");
}
