import { and, asc, lt, sql } from "drizzle-orm";
import { roles } from "#server/core/roles/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { countOfAll, dueOf, ownOrg, SHOWN } from "./candidates";
import type { Attention } from "./schemas";

/** A new role is not assigned at once. */
const NEW_MS = 7 * 24 * 60 * 60 * 1000;

// The triggers that refuse to delete a role that is in use know the same uses.
const unused = defineQuery<{ createdBefore: number; limit: number }>()(
  (db, value) =>
    db
      .select(roles, { id: roles.id, name: roles.name, all: countOfAll })
      .where(
        and(
          lt(roles.createdAt, value("createdBefore")),
          sql`not exists (select 1 from memberships as m where m.org_id = ${ownOrg} and m.role = roles.id)`,
          sql`${roles.id} not in (
            select i.role from invitations as i where i.org_id = ${ownOrg} and i.status = 'pending'
            union all select l.role from invitation_links as l where l.org_id = ${ownOrg} and l.revoked_at is null
            union all select a.role from service_accounts as a where a.org_id = ${ownOrg}
            union all select d.role from domains as d where d.org_id = ${ownOrg} and d.role is not null
            union all select t.role_after from admin_transfers as t where t.org_id = ${ownOrg} and t.status = 'pending')`,
        ),
      )
      .orderBy(asc(roles.nameFold))
      .limit(value("limit")),
);

/** Lists the custom roles that nothing in the organization uses, by name. */
export async function listUnusedRoles(
  db: TenantDb,
): Promise<Attention["roles"]> {
  const rows = await db.all(unused, {
    createdBefore: db.now - NEW_MS,
    limit: SHOWN,
  });
  return dueOf(rows, ({ id, name }) => ({ id, name }));
}
