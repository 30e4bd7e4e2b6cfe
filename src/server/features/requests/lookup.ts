import { and, desc, eq, getTableColumns, gt, lt, sql } from "drizzle-orm";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import type { AccessRequest } from "./schemas";
import { accessRequests } from "./table";

const roleSql = sql<string>`(select asking.role from memberships as asking
  where asking.org_id = access_requests.org_id and asking.user_id = access_requests.user_id)`;

const fields = {
  ...getTableColumns(accessRequests),
  role: roleSql,
  customName: customNameSql({ orgId: accessRequests.orgId, role: roleSql }),
  name: users.name,
  email: users.email,
  avatarUrl: users.avatarUrl,
};

interface Window extends Record<string, unknown> {
  now: number;
  cursor: string;
  limit: number;
}

export const openRequests = defineQuery<Window>()((db, value) =>
  db
    .join(accessRequests, users, eq(users.id, accessRequests.userId), fields)
    .where(
      and(
        lt(accessRequests.id, value("cursor")),
        gt(accessRequests.expiresAt, value("now")),
      ),
    )
    .orderBy(desc(accessRequests.id))
    .limit(value("limit")),
);

/** Like `openRequests`, but only the requests of one member. */
export const openRequestsOf = defineQuery<Window & { userId: string }>()(
  (db, value) =>
    db
      .join(accessRequests, users, eq(users.id, accessRequests.userId), fields)
      .where(
        and(
          eq(accessRequests.userId, value("userId")),
          lt(accessRequests.id, value("cursor")),
          gt(accessRequests.expiresAt, value("now")),
        ),
      )
      .orderBy(desc(accessRequests.id))
      .limit(value("limit")),
);

const requestById = defineQuery<{ id: string; now: number }>()((db, value) =>
  db
    .join(accessRequests, users, eq(users.id, accessRequests.userId), fields)
    .where(
      and(
        eq(accessRequests.id, value("id")),
        gt(accessRequests.expiresAt, value("now")),
      ),
    ),
);

export type RequestRecord = Awaited<ReturnType<typeof requireOpen>>;

/** @throws DomainError NOT_FOUND when the request has ended or expired */
export async function requireOpen(db: TenantDb, id: string) {
  const [found] = await db.all(requestById, { id, now: db.now });
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

export function toRequest(row: RequestRecord): AccessRequest {
  const { userId, name, email, avatarUrl, customName } = row;
  return {
    id: row.id,
    kind: row.kind,
    permission: row.permission,
    message: row.privateMessage,
    user: { id: userId, name, email, avatarUrl },
    role: row.role,
    roleName: roleNameOf(row.role, customName),
    createdAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
  };
}
