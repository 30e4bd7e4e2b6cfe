import { eq, sql } from "drizzle-orm";
import { memberships } from "#server/core/memberships/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import { ownOrg } from "./candidates";
import type { Dashboard } from "./schemas";

const SHOWN = 8;

const activeLast = defineQuery<{ limit: number }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      id: memberships.id,
      userId: memberships.userId,
      name: users.name,
      avatarUrl: users.avatarUrl,
      role: memberships.role,
      customName: customNameSql(memberships),
      lastActiveAt: sql<number>`(select seen.last_active_at from people as seen
        where seen.org_id = memberships.org_id and seen.id = memberships.id)`,
    })
    .where(
      sql`${memberships.id} in (
        select p.id from people as p cross join memberships as m on m.org_id = p.org_id and m.id = p.id
        where p.org_id = ${ownOrg} and m.suspended_at is null
        order by p.last_active_at desc, p.id desc limit ${value("limit")})`,
    ),
);

/**
 * Lists the members who were active last.
 * @param showsTimes whether the caller can see when they were active
 */
export async function listActiveMembers(
  db: TenantDb,
  showsTimes: boolean,
): Promise<NonNullable<Dashboard["members"]>> {
  const rows = await db.all(activeLast, { limit: SHOWN });
  return rows
    .toSorted(
      (a, b) => b.lastActiveAt - a.lastActiveAt || (a.id < b.id ? 1 : -1),
    )
    .map(({ userId, name, avatarUrl, role, customName, lastActiveAt }) => ({
      userId,
      name,
      avatarUrl,
      role,
      roleName: roleNameOf(role, customName),
      lastActiveAt: showsTimes ? iso(lastActiveAt) : null,
    }));
}
