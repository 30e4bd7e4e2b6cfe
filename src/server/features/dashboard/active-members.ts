import { and, eq, isNull, sql } from "drizzle-orm";
import { memberships } from "#server/core/memberships/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import { ownOrg } from "./candidates";
import { type RecentEvent, recentActors } from "./recent-events";
import type { Dashboard } from "./schemas";

const SHOWN = 8;

const activeAndNewest = defineQuery()((db) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      id: memberships.id,
      userId: memberships.userId,
      name: users.name,
      avatarUrl: users.avatarUrl,
      role: memberships.role,
      customName: customNameSql(memberships),
    })
    .where(
      and(
        isNull(memberships.suspendedAt),
        sql`${memberships.id} in (
          select m.id from memberships as m where m.org_id = ${ownOrg} and m.user_id in ${recentActors}
          union select id from (select n.id from memberships as n where n.org_id = ${ownOrg} order by n.id desc limit ${sql.raw(String(SHOWN))}))`,
      ),
    ),
);

/** Lists the members who changed something last, then the newest members. */
export async function listActiveMembers(
  db: TenantDb,
  recent: Promise<readonly RecentEvent[]>,
): Promise<NonNullable<Dashboard["members"]>> {
  const [rows, events] = await together([db.all(activeAndNewest, {}), recent]);
  const active = [...new Set(events.map(({ actorId }) => actorId))];
  const placeOf = (userId: string) => {
    const place = active.indexOf(userId);
    return place === -1 ? active.length : place;
  };
  return rows
    .toSorted(
      (a, b) => placeOf(a.userId) - placeOf(b.userId) || (a.id < b.id ? 1 : -1),
    )
    .slice(0, SHOWN)
    .map(({ userId, name, avatarUrl, role, customName }) => ({
      userId,
      name,
      avatarUrl,
      role,
      roleName: roleNameOf(role, customName),
    }));
}
