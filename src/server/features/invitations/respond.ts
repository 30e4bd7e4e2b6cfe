import { and, eq, gt } from "drizzle-orm";
import { newId } from "#shared/id";
import { users } from "#server/core/users/table";
import {
  guardVerifiedEmail,
  verifyEmailOf,
} from "#server/core/users/verified-email";
import type { Database } from "#server/kernel/db/client";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { iso } from "#server/kernel/inputs";
import { memberships } from "#server/core/memberships/table";
import { forgetRemoval } from "#server/features/members/former";
import { hashAddress } from "#server/features/members/hash-address";
import { findMember } from "#server/features/members/service";
import { toMembership } from "#server/features/members/schemas";
import { roleNameOf } from "#server/core/roles/grants";
import { guardAddress } from "#server/features/members/joining";
import {
  enterInviting,
  findAll,
  findByToken,
  findReceived,
  type InvitationRecord,
  invalid,
  isLive,
  overtaken,
  type Person,
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
  const account = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, invitation.email))
    .get();
  return {
    organization: shownTo(organization),
    email: invitation.email,
    role: invitation.role,
    roleName: roleNameOf(invitation.role, found.customName),
    invitedBy: inviterName,
    expiresAt: iso(invitation.expiresAt),
    accountExists: account !== undefined,
    requiresTwoFactor: organization.twoFactorFrom !== null,
  };
}

/** The address a live link was mailed to; `undefined` for a link that is not live. */
export async function invitedAddress(db: Database, token: string, now: number) {
  const found = await findByToken(db, token);
  return found && isLive(found, now) ? found.invitation.email : undefined;
}

export async function acceptInvitation(
  db: Database,
  work: UnitOfWork,
  person: Person,
  token: string,
) {
  await enterInviting(db, work, withToken(token));
  const found = await findByToken(db, token);
  if (found?.invitation.email === person.email) verifyEmailOf(work, person);
  return accept(db, work, person, found);
}

export async function acceptReceived(
  db: Database,
  work: UnitOfWork,
  person: Person,
  id: string,
) {
  guardVerifiedEmail(work, person);
  await enterInviting(db, work, receivedBy(person, id));
  return accept(db, work, person, await findReceived(db, person, id));
}

export async function declineInvitation(
  db: Database,
  work: UnitOfWork,
  person: Person,
  token: string,
) {
  await enterInviting(db, work, withToken(token));
  return decline(db, work, person, await findByToken(db, token));
}

export async function declineReceived(
  db: Database,
  work: UnitOfWork,
  person: Person,
  id: string,
) {
  guardVerifiedEmail(work, person);
  await enterInviting(db, work, receivedBy(person, id));
  return decline(db, work, person, await findReceived(db, person, id));
}

function decline(
  db: Database,
  work: UnitOfWork,
  person: Person,
  candidate: InvitationRecord | undefined,
) {
  const found = requireLive(candidate, work.now);
  requireAddressee(found, person);
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  guardAddress(tenant, person, overtaken);
  const after = tenant.update(
    invitations,
    found.invitation,
    { status: "declined" },
    overtaken,
  );
  const { customName, inviterName } = found;
  return toInvitation({ ...after, customName }, inviterName, work.now);
}

/** The live invitations to the person's own address, newest first. */
export async function listReceived(db: Database, person: Person, now: number) {
  const open = and(
    eq(invitations.email, person.email),
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
    }));
}

async function accept(
  db: Database,
  work: UnitOfWork,
  person: Person,
  found: InvitationRecord | undefined,
) {
  if (!found) throw invalid();
  const { organization } = found;
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  const member = await findMember(tenant, person.id);
  if (member && found.invitation.acceptedBy === person.id)
    return { ...toMembership(member), organization };
  requireLive(found, work.now);
  requireAddressee(found, person);
  guardAddress(tenant, person, overtaken);
  const answer = { status: "accepted", acceptedBy: person.id } as const;
  tenant.update(invitations, found.invitation, answer, overtaken);
  const addressHash = await hashAddress(db, person.email);
  await forgetRemoval(tenant, { userId: person.id, addressHash });
  // Someone who is a member already keeps their role: a link is not a way to change it.
  if (member) return { ...toMembership(member), organization };
  const membership = tenant.insert(
    memberships,
    {
      id: newId("membership"),
      userId: person.id,
      role: found.invitation.role,
      joinedAt: work.now,
    },
    overtaken,
  );
  return {
    ...toMembership({
      ...person,
      ...membership,
      userId: person.id,
      customName: found.customName,
    }),
    organization,
  };
}

/** What somebody who is not in it yet may know. */
function shownTo({ name, logoUrl }: InvitationRecord["organization"]) {
  return { name, logoUrl };
}
