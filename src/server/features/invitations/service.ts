import { sql } from "drizzle-orm";
import { can } from "#shared/permissions";
import { PLANS } from "#shared/plans";
import { type Caller, responsibleFor } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { DomainError, invalidField } from "#server/kernel/errors";
import { requireAllGrantable, requireGrantable } from "./grantable-role";
import {
  countForRecipient,
  countForUser,
  readSender,
  tooManyForRecipient,
} from "./invitation-limits";
import { expireOld, parseInvitees, readAddresses } from "./invitable-emails";
import { personalMessageOf } from "./personal-message";
import type { Invited, Invitee } from "./schemas";
import {
  type InvitationServices,
  renewInvitation,
  sendInvitation,
} from "./send";
import { invitations } from "./table";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The people to invite. Each mail contains `message`, without links. */
export interface Inviting {
  invitees: readonly Invitee[];
  message?: string | undefined;
}

/** @throws DomainError with the reason why the email address cannot be invited */
export async function inviteMember(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  invitee: Invitee,
  message?: string,
) {
  const inviting = { invitees: [invitee], message };
  const { sent, skipped } = await inviteMembers(db, caller, services, inviting);
  const [invitation] = sent;
  if (invitation) return invitation;
  const reason = skipped[0]?.reason ?? "INVALID_EMAIL";
  if (reason === "RATE_LIMITED") throw tooManyForRecipient();
  throw reason === "INVALID_EMAIL"
    ? invalidField("email", "EMAIL_INVALID")
    : new DomainError(reason);
}

/** Invites several email addresses. Those that cannot be invited are in `skipped` with the reason. */
export async function inviteMembers(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  { invitees, message }: Inviting,
): Promise<Invited> {
  const { valid, skipped } = parseInvitees(invitees);
  const roles = invitees.map(({ role }) => role);
  const [grantOf, known, sender] = await together([
    requireAllGrantable(db, caller, roles),
    readAddresses(db, valid),
    readSender(db, responsibleFor(caller)),
  ]);
  const text = personalMessageOf(caller, services, message);
  const invitable = known.filter(({ reason }) => reason === undefined);
  await countForUser(db, services.limits, sender, invitable.length);
  const sent: Invited["sent"] = [];
  for (const address of known) {
    const { email, reason } = address;
    if (reason) skipped.push({ email, reason });
    else if (await countForRecipient(db, services.limits, email)) {
      expireOld(db, address);
      const given = grantOf(address.role);
      const invitation = { email, given, message: text };
      sent.push(await sendInvitation(db, caller, services, invitation));
    } else skipped.push({ email, reason: "RATE_LIMITED" });
  }
  if (sent.length > 0) limitPerDay(db, caller, services, sent.length);
  return { sent, skipped };
}

/**
 * Sends an invitation again with a new link, and the old links stop working. The caller must have all permissions of
 * the new role, and also those of the old role unless the caller can revoke invitations.
 * @throws DomainError NOT_FOUND, PERMISSION_DENIED, ROLE_NOT_FOUND, RATE_LIMITED
 */
export async function resendInvitation(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  id: string,
  role?: string,
) {
  const [before, sender] = await together([
    requirePending(db, id),
    readSender(db, responsibleFor(caller)),
  ]);
  if (!can(caller.grants, "invitation:revoke"))
    await requireGrantable(db, caller, before.role);
  const given = await requireGrantable(db, caller, role ?? before.role);
  const { limits } = services;
  await countForUser(db, limits, sender, 1);
  if (!(await countForRecipient(db, limits, before.email)))
    throw tooManyForRecipient();
  return renewInvitation(db, caller, services, before, given);
}

export async function revokeInvitation(db: TenantDb, id: string) {
  const before = await requirePending(db, id);
  db.update(invitations, before, { status: "revoked" });
}

async function requirePending(db: TenantDb, id: string) {
  const invitation = await db.find(invitations, id);
  if (!invitation || invitation.status !== "pending")
    throw new DomainError("NOT_FOUND");
  return invitation;
}

/**
 * Refuses more invitations in a day than the plan of the organization allows. Without a payment provider, there is no
 * such limit.
 */
function limitPerDay(
  db: TenantDb,
  { organization }: Caller,
  { billing }: InvitationServices,
  sending: number,
): void {
  if (!billing.provider) return;
  const { invitationsPerDay } = PLANS[organization.plan];
  const since = db.now - DAY_MS;
  db.guard(
    sql`(select count(*) from ${invitations} where ${invitations.orgId} = ${db.orgId} and ${invitations.createdAt} > ${since}) <= ${invitationsPerDay}`,
    () =>
      new DomainError(
        "RATE_LIMITED",
        {
          limit: "invitationsOfOrganization",
          perDay: invitationsPerDay,
          sending,
        },
        { retryAfter: 60 * 60 },
      ),
  );
}
