import type { Caller } from "#server/core/caller";
import { hashToken, newToken } from "#server/kernel/crypto";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import { requireRowGrantable } from "./grantable-role";
import { inviterMayStillGrant, inviterOfRow } from "./inviter-rights";
import { pendingByIds } from "./pending";
import { invitations } from "./table";

/**
 * Makes a link to a pending invitation, which the caller passes on. The link replaces the link that was copied before;
 * the mailed link stays valid. The new link does not prove the mailbox, because the caller has seen its token.
 * @throws DomainError NOT_FOUND, PERMISSION_DENIED, RESEND_FIRST
 */
export async function copyLink(
  db: TenantDb,
  caller: Caller,
  id: string,
): Promise<{ url: string; expiresAt: string }> {
  const [invitation] = await db.all(pendingByIds, {
    ids: JSON.stringify([id]),
  });
  if (!invitation) throw new DomainError("NOT_FOUND");
  requireRowGrantable(caller, invitation);
  const inviter = inviterOfRow(invitation);
  const isUsable =
    invitation.expiresAt > db.now &&
    inviterMayStillGrant({ role: invitation, inviter });
  if (!isUsable) throw new DomainError("RESEND_FIRST");
  const token = newToken();
  db.update(invitations, rowOf(invitations, invitation), {
    copiedTokenHash: hashToken(token),
    linkCopiedAt: db.now,
  });
  const { expiresAt } = invitation;
  return { url: caller.links.invitation(token), expiresAt: iso(expiresAt) };
}
