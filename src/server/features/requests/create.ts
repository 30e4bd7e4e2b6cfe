import { and, eq } from "drizzle-orm";
import { newId } from "#shared/id";
import { plainMessage } from "#shared/message-text";
import { can, type Permission } from "#shared/permissions";
import { type Caller, requireSession } from "#server/core/caller";
import { firstAdmins } from "#server/core/memberships/first-admins";
import { grantsOfRow } from "#server/core/roles/grants";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import {
  conflictRetry,
  DomainError,
  invalidField,
} from "#server/kernel/errors";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { requireMember } from "#server/features/members/service";
import { toRequest } from "./lookup";
import { requestMail } from "./mail";
import type { AccessRequest } from "./schemas";
import { accessRequests, type RequestKind } from "./table";

const VALID_MS = 30 * 24 * 60 * 60 * 1000;

export interface NewRequest {
  kind: RequestKind;
  permission?: Permission | undefined;
  message?: string | undefined;
}

type Member = Awaited<ReturnType<typeof requireMember>>;

/**
 * Asks the admins for a role that includes a permission, or for a seat, and mails them.
 * @throws DomainError REQUEST_NOT_NEEDED, REQUEST_OPEN, RATE_LIMITED
 */
export async function createRequest(
  db: TenantDb,
  caller: Caller,
  limits: Limits,
  { kind, permission, message }: NewRequest,
): Promise<AccessRequest> {
  const { user } = requireSession(caller);
  const wanted = wantedPermission(kind, permission);
  const [member, [former], admins] = await together([
    requireMember(db, user.id),
    db.all(ownRequest, { userId: user.id, kind }),
    db.all(firstAdmins, {}),
  ]);
  if (!lacks(member, wanted)) throw new DomainError("REQUEST_NOT_NEEDED");
  if (former && former.expiresAt > db.now)
    throw new DomainError("REQUEST_OPEN");
  if (former) db.remove(accessRequests, former, conflictRetry);
  await countRequest(db, limits, user.id);
  const row = db.insert(
    accessRequests,
    {
      id: newId("accessRequest"),
      userId: user.id,
      kind,
      permission: wanted,
      privateMessage: plainMessage(message ?? "") || null,
      expiresAt: db.now + VALID_MS,
      createdAt: db.now,
    },
    () => new DomainError("REQUEST_OPEN"),
  );
  const recipients = admins.map(({ email }) => email);
  await mailAdmins(db, caller, recipients, {
    kind,
    asker: user.name,
    message: row.privateMessage,
  });
  return toRequest({ ...row, ...identityOf(member) });
}

const ownRequest = defineQuery<{ userId: string; kind: string }>()(
  (db, value) =>
    db
      .from(accessRequests)
      .where(
        and(
          eq(accessRequests.userId, value("userId")),
          eq(accessRequests.kind, value("kind")),
        ),
      ),
);

function wantedPermission(
  kind: RequestKind,
  permission: Permission | undefined,
): Permission | null {
  if (kind === "seat") return null;
  if (permission === undefined)
    throw invalidField("permission", "PERMISSION_REQUIRED");
  return permission;
}

/** Whether the member's role lacks the permission; for a seat (null), whether the member is read-only. */
function lacks(member: Member, wanted: Permission | null): boolean {
  return wanted === null ? member.isFrozen : !can(grantsOfRow(member), wanted);
}

/** Counts the request. Otherwise a member could mail the admins again and again by withdrawing it. */
async function countRequest(
  db: TenantDb,
  limits: Limits,
  userId: string,
): Promise<void> {
  await limits.consume("accessRequest", userId);
  db.onRollback(() => void limits.giveBack("accessRequest", userId));
}

function identityOf({ name, email, avatarUrl, role, customName }: Member) {
  return { name, email, avatarUrl, role, customName };
}

async function mailAdmins(
  { orgId }: TenantDb,
  { organization, links, post }: Caller,
  recipients: readonly string[],
  request: { kind: RequestKind; asker: string; message: string | null },
): Promise<void> {
  const link = `${links.organization(organization.slug)}/people?tab=requests`;
  for (const to of recipients)
    await post(
      requestMail({ ...request, to, link, organization: organization.name }),
      { kind: "access-request", orgId },
    );
}
