import { and, eq } from "drizzle-orm";
import { can } from "#shared/permissions";
import { type Caller, requireSession } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import { type FoundRole, requireRole } from "#server/core/roles/grants";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import {
  conflictRetry,
  DomainError,
  invalidField,
  permissionDenied,
} from "#server/kernel/errors";
import { changeRole, requireMember } from "#server/features/members/service";
import { requireOpen, type RequestRecord } from "./lookup";
import { type Answer, answerMail } from "./mail";
import { accessRequests } from "./table";

export const DECISIONS = ["approve", "decline"] as const;

export interface Decision {
  decision: (typeof DECISIONS)[number];
  role?: string | undefined;
  was?: string | undefined;
}

/**
 * Approves or declines a request, and mails the member. To approve a request for a role is to change the role by the
 * same rules as `members.updateRole`. To approve a request for a seat needs the permission to choose seats.
 * @throws DomainError NOT_FOUND, PERMISSION_DENIED, STALE, SEAT_LIMIT and those of `changeRole`
 */
export async function resolveRequest(
  db: TenantDb,
  caller: Caller,
  id: string,
  { decision, role, was }: Decision,
): Promise<void> {
  requireSession(caller);
  const request = await requireOpen(db, id);
  // The removal comes first in the batch, because a trigger deletes the request when the member gets what they asked for.
  db.remove(accessRequests, rowOf(accessRequests, request), ended);
  if (decision === "decline")
    return mailAsker(db, caller, request, { outcome: "declined" });
  if (request.kind === "seat") {
    await giveSeat(db, caller, request.userId);
    return mailAsker(db, caller, request, { outcome: "seat" });
  }
  const given = await giveRole(db, caller, request, { role, was });
  return mailAsker(db, caller, request, { outcome: "role", role: given.name });
}

/** Withdraws a request of the caller. */
export async function withdrawRequest(
  db: TenantDb,
  caller: Caller,
  id: string,
): Promise<void> {
  const request = await requireOpen(db, id);
  if (request.userId !== caller.id) throw new DomainError("NOT_FOUND");
  db.remove(accessRequests, rowOf(accessRequests, request), ended);
}

function ended(): DomainError {
  return conflictRetry("NOT_FOUND");
}

async function giveRole(
  db: TenantDb,
  caller: Caller,
  { userId, permission }: RequestRecord,
  { role, was }: Pick<Decision, "role" | "was">,
): Promise<FoundRole> {
  if (role === undefined) throw invalidField("role", "ROLE_REQUIRED");
  const [found] = await together([
    requireRole(db, role),
    changeRole(db, caller, userId, { role, was }),
  ]);
  if (permission !== null && !can(found.grants, permission))
    throw invalidField("role", "ROLE_LACKS_PERMISSION");
  return found;
}

async function giveSeat(
  db: TenantDb,
  { grants }: Caller,
  userId: string,
): Promise<void> {
  if (!can(grants, "billing:manage"))
    throw permissionDenied(["billing:manage"]);
  const member = await requireMember(db, userId);
  db.update(
    memberships,
    rowOf(memberships, member),
    { keepsSeat: true },
    conflictRetry,
  );
  db.guardExists(
    memberships,
    and(eq(memberships.userId, userId), eq(memberships.isFrozen, false)),
    () => new DomainError("SEAT_LIMIT"),
  );
}

function mailAsker(
  { orgId }: TenantDb,
  { organization, links, post }: Caller,
  { email, kind }: RequestRecord,
  answer: Answer,
): Promise<void> {
  const mail = answerMail({
    to: email,
    kind,
    answer,
    organization: organization.name,
    link: links.organization(organization.slug),
  });
  return post(mail, { kind: "access-request", orgId });
}
