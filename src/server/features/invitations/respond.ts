import { and, eq, gt } from "drizzle-orm";
import { users } from "#server/core/users/table";
import {
  guardVerifiedEmail,
  markEmailVerified,
} from "#server/core/users/verified-email";
import type { User } from "#server/core/users/user";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { iso } from "#server/kernel/inputs";
import {
  findFormer,
  forgetFormerMember,
} from "#server/features/members/former-members";
import { hashAddress } from "#server/features/members/hash-address";
import { findMember } from "#server/features/members/service";
import { toMembership } from "#server/features/members/schemas";
import { roleNameOf } from "#server/core/roles/grants";
import { guardEmail, joinInvited } from "#server/features/members/join";
import {
  findAll,
  findByToken,
  findForUpdate,
  type InvitationRecord,
  invalid,
  isLive,
  isMailed,
  conflict,
  receivedBy,
  requireAddressee,
  requireLive,
  withToken,
} from "./lookup";
import { invitations } from "./table";
import { toInvitation } from "./schemas";

export async function previewInvitation(
  db: Database,
  token: string,
  now: number,
) {
  const found = requireLive(await findByToken(db, token), now);
  const { invitation, organization, inviterName } = found;
  const provesAddress = isMailed(found, token);
  return {
    organization: shownTo(organization),
    email: invitation.email,
    role: invitation.role,
    roleName: roleNameOf(invitation.role, found.customName),
    invitedBy: inviterName,
    expiresAt: iso(invitation.expiresAt),
    message: invitation.privateMessage,
    provesAddress,
    // Otherwise an inviter could find out with a copied link whether an address has an account.
    accountExists: provesAddress && (await hasAccount(db, invitation.email)),
    requiresTwoFactor: organization.twoFactorRequiredFrom !== null,
  };
}

async function hasAccount(db: Database, email: string): Promise<boolean> {
  const account = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email))
    .get();
  return account !== undefined;
}

/**
 * Returns the email address that the token of an invitation proves. Undefined for a copied link, and when the
 * invitation is no longer valid.
 */
export async function invitedAddress(db: Database, token: string, now: number) {
  const found = await findByToken(db, token);
  const isProof = found && isMailed(found, token) && isLive(found, now);
  return isProof ? found.invitation.email : undefined;
}

export async function acceptInvitation(
  db: Database,
  work: UnitOfWork,
  user: User,
  token: string,
) {
  const found = await findForUpdate(db, work, withToken(token));
  if (found?.invitation.email === user.email) {
    if (isMailed(found, token)) markEmailVerified(work, user);
    else guardVerifiedEmail(work, user);
  }
  return accept(db, work, user, found);
}

export async function acceptReceived(
  db: Database,
  work: UnitOfWork,
  user: User,
  id: string,
) {
  guardVerifiedEmail(work, user);
  const found = await findForUpdate(db, work, receivedBy(user, id));
  return accept(db, work, user, found);
}

export async function declineInvitation(
  db: Database,
  work: UnitOfWork,
  user: User,
  token: string,
) {
  const found = await findForUpdate(db, work, withToken(token));
  if (found?.invitation.email === user.email && !isMailed(found, token))
    guardVerifiedEmail(work, user);
  return decline(db, work, user, found);
}

export async function declineReceived(
  db: Database,
  work: UnitOfWork,
  user: User,
  id: string,
) {
  guardVerifiedEmail(work, user);
  const found = await findForUpdate(db, work, receivedBy(user, id));
  return decline(db, work, user, found);
}

function decline(
  db: Database,
  work: UnitOfWork,
  user: User,
  candidate: InvitationRecord | undefined,
) {
  const found = requireLive(candidate, work.now);
  requireAddressee(found, user);
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  guardEmail(tenant, user, conflict);
  const after = tenant.update(
    invitations,
    found.invitation,
    { status: "declined" },
    conflict,
  );
  const { customName, inviterName } = found;
  return toInvitation({ ...after, customName }, inviterName, work.now);
}

/** Lists the valid invitations to the user's email address, newest first. */
export async function listReceived(db: Database, user: User, now: number) {
  const open = and(
    eq(invitations.email, user.email),
    eq(invitations.status, "pending"),
    gt(invitations.expiresAt, now),
  );
  const rows = await findAll(db, open);
  return rows
    .filter((found) => isLive(found, now))
    .map(({ invitation, organization, inviterName, customName }) => ({
      id: invitation.id,
      organization: shownTo(organization),
      role: invitation.role,
      roleName: roleNameOf(invitation.role, customName),
      invitedBy: inviterName,
      expiresAt: iso(invitation.expiresAt),
      message: invitation.privateMessage,
    }));
}

async function accept(
  db: Database,
  work: UnitOfWork,
  user: User,
  found: InvitationRecord | undefined,
) {
  if (!found) throw invalid();
  const { organization } = found;
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  const addressHash = await hashAddress(db, user.email);
  const [member, former] = await together([
    findMember(tenant, user.id),
    findFormer(tenant, { userId: user.id, addressHash }),
  ]);
  if (member && found.invitation.acceptedBy === user.id)
    return { ...toMembership(member), organization };
  requireLive(found, work.now);
  requireAddressee(found, user);
  const answer = { status: "accepted", acceptedBy: user.id } as const;
  tenant.update(invitations, found.invitation, answer, conflict);
  forgetFormerMember(tenant, user.id, former);
  // If the user is already a member, accepting the invitation does not change their role.
  if (member) {
    guardEmail(tenant, user, conflict);
    return { ...toMembership(member), organization };
  }
  const given = {
    role: found.invitation.role,
    customName: found.customName,
  };
  return { ...joinInvited(tenant, user, given, conflict), organization };
}

/** Returns the fields of the organization that a user who is not a member can see. */
function shownTo({ name, logoUrl }: InvitationRecord["organization"]) {
  return { name, logoUrl };
}
