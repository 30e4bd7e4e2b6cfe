import { can } from "#shared/permissions";
import type { BillingProvider } from "#server/core/billing/provider";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { listActiveMembers } from "./active-members";
import { readAttention } from "./attention";
import { listChangedProjects } from "./changed-projects";
import { readRecentEvents } from "./recent-events";
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
  const seesProjects = can(grants, "project:read");
  if (!seesMembers && !seesProjects) return { members: null, projects: null };
  const events = readRecentEvents(db);
  const [members, projects] = await together([
    seesMembers ? listActiveMembers(db, events) : null,
    seesProjects ? listChangedProjects(db, events, seesMembers) : null,
  ]);
  return { members, projects };
}
