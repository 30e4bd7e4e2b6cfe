import { can } from "#shared/permissions";
import type { BillingProvider } from "#server/core/billing/provider";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { listActiveMembers } from "./active-members";
import { readAttention } from "./attention";
import { listChangedProjects } from "./changed-projects";
import type { Dashboard } from "./schemas";

/** Reads what the dashboard shows to the caller. Parts for which the caller lacks the permission are not read. */
export async function readDashboard(
  db: TenantDb,
  caller: Caller,
  provider: BillingProvider | undefined,
): Promise<Dashboard> {
  const [attention, activity] = await together([
    readAttention(db, caller, provider),
    readActivity(db, caller),
  ]);
  return { attention, ...activity };
}

async function readActivity(
  db: TenantDb,
  { grants }: Pick<Caller, "grants">,
): Promise<Pick<Dashboard, "members" | "projects">> {
  const seesMembers = can(grants, "member:read");
  const [members, projects] = await together([
    seesMembers ? listActiveMembers(db, can(grants, "member:update")) : null,
    can(grants, "project:read") ? listChangedProjects(db, seesMembers) : null,
  ]);
  return { members, projects };
}
