import type { UsageNotice } from "#server/core/api-usage/meter";
import { organizations } from "#server/core/organizations/table";
import { mailAdmins } from "#server/features/billing/notices";
import { bySystem } from "#server/kernel/audit/background";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import {
  DuplicateStoredFirst,
  idempotentRequest,
  storeResponse,
} from "#server/kernel/idempotency/replay";
import { createPost } from "#server/kernel/mail/post";
import type { Dependencies } from "#server/rpc/context";
import { usageMail } from "./mail";

const ACTION = "usage.notify";

type NoticeDependencies = Pick<
  Dependencies,
  "db" | "audit" | "sealers" | "limits" | "wakeOutbox" | "links" | "now"
>;

/**
 * Mails the admins that their organization has used a share of its API calls of this month. Every instance may call it,
 * and again after a restart: the notice is an idempotent request of the organization, so it is stored once.
 */
export async function notifyUsage(
  deps: NoticeDependencies,
  { orgId, percent, limit, month }: UsageNotice,
): Promise<void> {
  const work = new UnitOfWork(deps.now());
  const db = new TenantDb(deps.db.drizzle, work, orgId);
  const key = `${month.firstDay} ${percent} % of ${limit}`;
  const request = idempotentRequest(orgId, ACTION, key, null);
  storeResponse(work, deps.sealers.responses, request, null, month.endsAt);
  try {
    const { name: organization, slug } = await db.readRoot(organizations);
    const link = deps.links.billing(slug);
    const about = { organization, link, percent, limit, month };
    await mailAdmins(db, createPost(work, deps), (to) =>
      usageMail({ to, ...about }),
    );
    await deps.audit.commit(work, bySystem(ACTION));
  } catch (error) {
    if (!(error instanceof DuplicateStoredFirst)) throw error;
  } finally {
    work.settle();
  }
}
