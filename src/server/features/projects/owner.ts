import { eq } from "drizzle-orm";
import { can } from "#shared/permissions";
import { memberships } from "#server/core/memberships/table";
import { customPermissionsSql, grantsOfRow } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError, invalidField } from "#server/kernel/errors";

const memberByUser = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      userId: memberships.userId,
      role: memberships.role,
      suspendedAt: memberships.suspendedAt,
      customPermissions: customPermissionsSql(memberships),
      name: users.name,
      avatarUrl: users.avatarUrl,
    })
    .where(eq(memberships.userId, value("userId"))),
);

type Member = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

/** Reads a member, with what decides whether they can own projects. */
export async function findOwner(db: TenantDb, userId: string) {
  const [member] = await db.all(memberByUser, { userId });
  return member;
}

/**
 * Reads a member who is to own projects.
 * @throws DomainError OWNER_NOT_MEMBER
 */
export async function memberToOwn(
  db: TenantDb,
  userId: string,
): Promise<Member> {
  const member = await findOwner(db, userId);
  if (!member) throw new DomainError("OWNER_NOT_MEMBER");
  return member;
}

/**
 * Checks that a member can own projects: an owner is active and can edit projects.
 * @param field the input field that names the member
 * @throws DomainError INVALID_INPUT, at the field
 */
export function checkOwner(member: Member, field: string): void {
  if (member.suspendedAt !== null)
    throw invalidField(field, "MEMBER_WITHOUT_ACCESS");
  if (!can(grantsOfRow(member), "project:update"))
    throw invalidField(field, "MEMBER_CANNOT_EDIT_PROJECTS", {
      name: member.name,
    });
}
