import { missingToGrant } from "#shared/permissions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import { memberReactivatedMail, memberSuspendedMail } from "./mail";
import type { Post } from "#server/kernel/mail/post";
import type { Links } from "#server/kernel/mail/links";
import { grantsAsRead } from "#server/core/roles/grants";
import { memberships } from "#server/core/memberships/table";
import {
  type Actor,
  membershipOf,
  requireMember,
  requireProofFor,
} from "./service";
import { toMembership } from "./schemas";

/** Whose act it is, where, and how the mail leaves. */
export interface Suspender extends Actor {
  organization: { name: string; slug: string };
  post: Post;
  links: Links;
}

/**
 * Takes somebody's access to the organization at once and keeps all that is theirs, the role as well. What they had
 * offered to others, invitations, links and their own admin role, is void meanwhile. The trigger keeps the last admin.
 */
export async function suspendMember(
  db: TenantDb,
  suspender: Suspender,
  userId: string,
) {
  if (userId === suspender.id) throw notOneself();
  return setSuspension(db, suspender, userId, db.now);
}

/** Gives it back, as it was, if there is a seat. */
export function reactivateMember(
  db: TenantDb,
  suspender: Suspender,
  userId: string,
) {
  return setSuspension(db, suspender, userId, null);
}

async function setSuspension(
  db: TenantDb,
  suspender: Suspender,
  userId: string,
  suspendedAt: number | null,
) {
  const member = await requireMember(db, userId);
  const above = missingToGrant(suspender.grants, grantsAsRead(member));
  if (above.length > 0) throw permissionDenied(above);
  const isSame = (member.suspendedAt === null) === (suspendedAt === null);
  if (isSame) return toMembership(member);
  requireProofFor(db, suspender, member);
  db.update(memberships, membershipOf(member), { suspendedAt });
  const { organization, links, post } = suspender;
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

function notOneself(): DomainError {
  const message = "Nobody suspends themselves. Leave the organization instead.";
  return new DomainError("INVALID_INPUT", message, {
    issues: [{ path: "userId", message }],
  });
}
