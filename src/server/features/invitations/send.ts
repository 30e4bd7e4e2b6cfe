import { newId } from "#shared/id";
import { hashToken, newToken } from "#server/kernel/crypto";
import type { Billing } from "#server/core/billing/billing";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { roleNameOf } from "#server/core/roles/grants";
import type { GrantedRole } from "./grantable-role";
import { countForAddress } from "./invitation-limits";
import { invitationMail } from "./mail";
import { toSentInvitation } from "./schemas";
import { invitations } from "./table";

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

export interface InvitationServices {
  limits: Limits;
  billing: Pick<Billing, "provider">;
}

/** What a new invitation offers. */
export interface NewInvitation {
  email: string;
  given: GrantedRole;
  /** The personal message without links; null if there is none. */
  message: string | null;
}

/** Adds an invitation and sends its mail. */
export async function sendInvitation(
  db: TenantDb,
  caller: Caller,
  { limits }: InvitationServices,
  { email, given, message }: NewInvitation,
) {
  const isSent = await countForAddress(db, limits, email);
  const token = newToken();
  const row = db.insert(
    invitations,
    {
      id: newId("invitation"),
      email,
      role: given.role,
      tokenHash: hashToken(token),
      ...inviterOf(caller),
      privateMessage: message,
      expiresAt: db.now + VALID_MS,
      createdAt: db.now,
      notSentAt: isSent ? null : db.now,
    },
    () => conflictRetry("ALREADY_INVITED"),
  );
  if (isSent) await post(caller, row, given, token);
  return toSentInvitation({ ...row, ...given }, caller.name, db.now);
}

/**
 * Sends a pending invitation again. Its earlier links stop working, the mailed and the copied one. A personal message
 * stays only if the same inviter sends it again: a mail must not show it as the words of another person.
 */
export async function renewInvitation(
  db: TenantDb,
  caller: Caller,
  { limits }: InvitationServices,
  before: typeof invitations.$inferSelect,
  given: GrantedRole,
) {
  const isSent = await countForAddress(db, limits, before.email);
  const token = newToken();
  const inviter = inviterOf(caller);
  const isSameInviter =
    before.invitedBy === inviter.invitedBy &&
    before.invitedByAccount === inviter.invitedByAccount;
  const after = db.update(invitations, before, {
    role: given.role,
    tokenHash: hashToken(token),
    copiedTokenHash: null,
    linkCopiedAt: null,
    ...inviter,
    privateMessage: isSameInviter ? before.privateMessage : null,
    expiresAt: db.now + VALID_MS,
    notSentAt: isSent ? null : db.now,
  });
  if (isSent) await post(caller, after, given, token);
  return toSentInvitation({ ...after, ...given }, caller.name, db.now);
}

function post(
  caller: Caller,
  row: typeof invitations.$inferSelect,
  { role, customName }: GrantedRole,
  token: string,
): Promise<void> {
  const { id, email, expiresAt, privateMessage } = row;
  const mail = invitationMail({
    to: email,
    link: caller.links.invitation(token),
    role: roleNameOf(role, customName),
    expiresAt,
    message: privateMessage,
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
