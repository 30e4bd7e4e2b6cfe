import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { TenantDb } from "../../../db/tenant";
import { deleteStatement } from "../../../db/statement";
import type { UnitOfWork } from "../../../db/unit-of-work";
import { DomainError } from "../../../errors";
import { invitations } from "../../../features/invitations/schema";
import { memberships } from "../../../features/members/schema";
import { markForPurge } from "../../../features/organizations/purge";
import { organizations } from "../../../features/organizations/schema";
import type { AuthCall } from "../../call";
import { users } from "../../schema";
import type { Membership } from "./consequences";

/** As a member leaves: recorded there, with the invitations that die with their inviter. */
export async function leaveOrganization(
  { db, work }: Pick<AuthCall, "db" | "work">,
  { membership }: Membership,
): Promise<void> {
  const { orgId, userId, id, role } = membership;
  const tenant = new TenantDb(db.drizzle, work, orgId);
  work.must(isAnotherAdmin(membership), overtaken);
  tenant.mustExist(
    memberships,
    and(eq(memberships.id, id), eq(memberships.role, role)),
    overtaken,
  );
  const sent = and(
    eq(invitations.invitedBy, userId),
    eq(invitations.status, "pending"),
  );
  for (const invitation of await tenant.from(invitations).where(sent))
    tenant.remove(invitations, invitation, overtaken);
  tenant.remove(memberships, membership, overtaken);
}

/** The organization is marked to go for good, if still nobody else could go on with it. */
export function takeAlong(
  work: UnitOfWork,
  { membership, organization, others }: Membership,
): void {
  if (others === 0)
    work.must(sql`not (${isAnotherMember(membership)})`, overtaken);
  else {
    work.must(sql`not (${isAnotherAdmin(membership)})`, overtaken);
    work.must(isStillDeleted(organization.id), overtaken);
  }
  const { id } = membership;
  const itself = { sql: "id = ?", args: [organization.id] };
  for (const statement of markForPurge(itself, work.now)) work.write(statement);
  work.write(deleteStatement(memberships, { orgId: organization.id, id }));
}

function isAnotherMember({ orgId, userId }: Membership["membership"]) {
  const other = and(
    eq(memberships.orgId, orgId),
    ne(memberships.userId, userId),
  );
  return sql`exists (select 1 from ${memberships} where ${other})`;
}

function isAnotherAdmin({ orgId, userId }: Membership["membership"]) {
  const other = and(
    eq(memberships.orgId, orgId),
    ne(memberships.userId, userId),
    eq(memberships.role, "admin"),
    isNull(memberships.suspendedAt),
    isNull(users.suspendedAt),
  );
  return sql`exists (select 1 from ${memberships} join ${users} on ${users.id} = ${memberships.userId} where ${other})`;
}

function isStillDeleted(orgId: string) {
  return sql`exists (select 1 from ${organizations} where ${organizations.id} = ${orgId} and ${organizations.deletedAt} is not null)`;
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
