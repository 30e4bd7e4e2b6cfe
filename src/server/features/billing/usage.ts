import { sql } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { memberships } from "#server/core/memberships/table";

export interface Usage {
  seats: {
    used: number;
    invited: number;
    frozen: number;
    limit: number | null;
  };
  projects: { used: number; frozen: number; limit: number | null };
  roles: { used: number; limit: number | null };
  serviceAccounts: { used: number; limit: number | null };
}

// Drizzle omits the table name of a column when a query selects from one table. In a subquery, `org_id` alone would
// mean the column of the inner table.
const own = sql.raw("memberships.org_id");

// Each count is a subquery that uses an index, so the query reads only one row of `memberships`.
const counted = defineQuery<{ now: number }>()((db, value) =>
  db
    .select(memberships, {
      members: sql<number>`(select count(*) from memberships as m where m.org_id = ${own} and m.suspended_at is null)`,
      frozen: sql<number>`(select count(*) from memberships as m where m.org_id = ${own} and m.is_frozen = 1)`,
      invited: sql<number>`(select count(*) from invitations as i where i.org_id = ${own} and i.status = 'pending' and i.expires_at > ${value("now")})`,
      projects: sql<number>`(select count(*) from projects as p where p.org_id = ${own})`,
      frozenProjects: sql<number>`(select count(*) from projects as p where p.org_id = ${own} and p.is_frozen = 1)`,
      roles: sql<number>`(select count(*) from roles as r where r.org_id = ${own})`,
      serviceAccounts: sql<number>`(select count(*) from service_accounts as s where s.org_id = ${own})`,
    })
    .limit(1),
);

interface Limits {
  seats: number | null;
  projectLimit: number | null;
  roleLimit: number | null;
  serviceAccountLimit: number | null;
}

/** @param organization the read of the organization, which runs together with this one */
export async function readUsage(
  db: TenantDb,
  now: number,
  organization: Promise<Limits>,
): Promise<Usage> {
  const [[row], limits] = await together([
    db.all(counted, { now }),
    organization,
  ]);
  const { members = 0, frozen = 0, invited = 0 } = row ?? {};
  const { projects = 0, frozenProjects = 0 } = row ?? {};
  const { roles = 0, serviceAccounts = 0 } = row ?? {};
  return {
    seats: { used: members, invited, frozen, limit: limits.seats },
    projects: {
      used: projects,
      frozen: frozenProjects,
      limit: limits.projectLimit,
    },
    roles: { used: roles, limit: limits.roleLimit },
    serviceAccounts: {
      used: serviceAccounts,
      limit: limits.serviceAccountLimit,
    },
  };
}
