import type { Caller } from "#server/core/caller";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import { memberReactivatedMail, memberSuspendedMail } from "./mail";
import { grantsOfRow, requireHeld } from "#server/core/roles/grants";
import { memberships } from "#server/core/memberships/table";
import { requireMember, requireReauthenticationFor } from "./service";
import { toMembership } from "./schemas";

/**
 * Ends the access of a member, who keeps their role and projects. Invitations, invitation links and the admin transfer
 * of a suspended member do not work. A trigger refuses to suspend the last admin.
 */
export async function suspendMember(
  db: TenantDb,
  caller: Caller,
  userId: string,
) {
  if (userId === caller.id)
    throw invalidField("userId", "CANNOT_SUSPEND_YOURSELF");
  return setSuspension(db, caller, userId, db.now);
}

/** Restores the access of a suspended member with the same role, if a seat is free. */
export function reactivateMember(db: TenantDb, caller: Caller, userId: string) {
  return setSuspension(db, caller, userId, null);
}

async function setSuspension(
  db: TenantDb,
  caller: Caller,
  userId: string,
  suspendedAt: number | null,
) {
  const member = await requireMember(db, userId);
  requireHeld(caller.givable, grantsOfRow(member));
  const isSame = (member.suspendedAt === null) === (suspendedAt === null);
  if (isSame) return toMembership(member);
  requireReauthenticationFor(db, caller, member);
  db.update(memberships, rowOf(memberships, member), { suspendedAt });
  const { organization, links, post } = caller;
  const mail =
    suspendedAt === null ? memberReactivatedMail : memberSuspendedMail;
  await post(
    mail({
      to: member.email,
      organization: organization.name,
      link: links.organization(organization.slug),
    }),
    { kind: "membership", orgId: db.orgId },
  );
  return toMembership({ ...member, suspendedAt });
}
