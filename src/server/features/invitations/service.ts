import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { can, isRole } from "#shared/permissions";
import { PLANS } from "#shared/plans";
import { hashToken, newToken } from "#server/kernel/crypto";
import type { Billing } from "#server/core/billing/billing";
import {
  type Caller,
  requireSession,
  responsibleFor,
} from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import {
  conflictRetry,
  DomainError,
  invalidField,
} from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { invitationMail } from "./mail";
import { expireOld, parseEmails, readAddresses } from "./invitable-emails";
import {
  requireHeld,
  requireRole,
  roleNameOf,
} from "#server/core/roles/grants";
import {
  countForAddress,
  countForRecipient,
  countForUser,
  readSender,
  tooManyForRecipient,
} from "./invitation-limits";
import { invitations } from "./table";
import { type Invited, toSentInvitation } from "./schemas";

const VALID_MS = 7 * 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface InvitationServices {
  limits: Limits;
  billing: Pick<Billing, "provider">;
}

/** @throws DomainError with the reason why the email address cannot be invited */
export async function inviteMember(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  address: string,
  role: string,
) {
  const { sent, skipped } = await inviteMembers(
    db,
    caller,
    services,
    [address],
    role,
  );
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
  addresses: readonly string[],
  role: string,
): Promise<Invited> {
  const { valid, skipped } = parseEmails(addresses);
  const [given, known, sender] = await together([
    requireGrantable(db, caller, role),
    readAddresses(db, valid),
    readSender(db, responsibleFor(caller)),
  ]);
  const invitable = known.filter(({ reason }) => reason === undefined);
  await countForUser(db, services.limits, sender, invitable.length);
  const sent: Invited["sent"] = [];
  for (const address of known) {
    const { email, reason } = address;
    if (reason) skipped.push({ email, reason });
    else if (await countForRecipient(db, services.limits, email)) {
      expireOld(db, address);
      sent.push(await invite(db, caller, services, email, given));
    } else skipped.push({ email, reason: "RATE_LIMITED" });
  }
  if (sent.length > 0) limitPerDay(db, caller, services, sent.length);
  return { sent, skipped };
}

/**
 * Sends an invitation again with a new link, and the old link stops working. The caller must have all permissions of
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
  const isSent = await countForAddress(db, limits, before.email);
  const token = newToken();
  const after = db.update(invitations, before, {
    role: given.role,
    tokenHash: hashToken(token),
    ...inviterOf(caller),
    expiresAt: db.now + VALID_MS,
    notSentAt: isSent ? null : db.now,
  });
  if (isSent) await send(caller, after, given, token);
  return toSentInvitation({ ...after, ...given }, caller.name, db.now);
}

export async function revokeInvitation(db: TenantDb, id: string) {
  const before = await requirePending(db, id);
  db.update(invitations, before, { status: "revoked" });
}

async function invite(
  db: TenantDb,
  caller: Caller,
  services: InvitationServices,
  email: string,
  given: GrantedRole,
) {
  const isSent = await countForAddress(db, services.limits, email);
  const token = newToken();
  const row = db.insert(
    invitations,
    {
      id: newId("invitation"),
      email,
      role: given.role,
      tokenHash: hashToken(token),
      ...inviterOf(caller),
      expiresAt: db.now + VALID_MS,
      createdAt: db.now,
      notSentAt: isSent ? null : db.now,
    },
    () => conflictRetry("ALREADY_INVITED"),
  );
  if (isSent) await send(caller, row, given, token);
  return toSentInvitation({ ...row, ...given }, caller.name, db.now);
}

function send(
  caller: Caller,
  row: typeof invitations.$inferSelect,
  { role, customName }: GrantedRole,
  token: string,
): Promise<void> {
  const { id, email, expiresAt } = row;
  const mail = invitationMail({
    to: email,
    link: caller.links.invitation(token),
    role: roleNameOf(role, customName),
    expiresAt,
    inviter: caller.name,
    organization: caller.organization.name,
  });
  return caller.post(mail, {
    kind: "invitation",
    id,
    expiresAt,
    logoOf: caller.organization.id,
  });
}

interface GrantedRole {
  role: string;
  customName: string | null;
}

/**
 * Returns the columns that name the inviter. For a service account, its steward answers for the invitation.
 * @throws DomainError STEWARD_MISSING
 */
function inviterOf({ user, account }: Caller): {
  invitedBy: string;
  invitedByAccount: string | null;
} {
  const invitedBy = user?.id ?? account?.stewardId;
  if (!invitedBy) throw new DomainError("STEWARD_MISSING");
  return { invitedBy, invitedByAccount: account?.id ?? null };
}

async function requireGrantable(
  db: TenantDb,
  caller: Caller,
  role: string,
): Promise<GrantedRole> {
  // An API key never gives the admin role.
  if (role === "admin") requireSession(caller);
  const { name, grants } = await requireRole(db, role);
  requireHeld(caller.givable, grants);
  return { role, customName: isRole(role) ? null : name };
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
