import { sql } from "drizzle-orm";
import type { BillingProvider } from "#server/core/billing/provider";
import { memberships } from "#server/core/memberships/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import { findSubscription } from "#server/features/billing/customer";
import {
  graceEndsAt,
  type Subscription,
} from "#server/features/billing/entitlement";
import { ownOrg } from "./candidates";
import type { Attention } from "./schemas";

const TRIAL_SOON_MS = 7 * 24 * 60 * 60 * 1000;

type BillingAttention = Pick<
  Attention,
  "payment" | "trial" | "readOnly" | "seats"
>;

const seatLimit = sql`(select o.seats from organizations as o where o.id = ${ownOrg})`;

// Each number is a subquery that uses an index, so the query reads only one row of `memberships`. An organization
// without a limit has no seats to count: `limit` is then 0.
const use = defineQuery<{ now: number }>()((db, value) =>
  db
    .select(memberships, {
      seats: sql<number | null>`${seatLimit}`,
      members: sql<number>`(select count(*) from (select 1 from memberships as m
        where m.org_id = ${ownOrg} and m.suspended_at is null limit coalesce(${seatLimit}, 0)))`,
      invited: sql<number>`(select count(*) from (select 1 from invitations as i
        where i.org_id = ${ownOrg} and i.status = 'pending' and i.expires_at > ${value("now")} limit coalesce(${seatLimit}, 0)))`,
      frozenMembers: sql<number>`(select count(*) from memberships as f where f.org_id = ${ownOrg} and f.is_frozen = 1)`,
      frozenProjects: sql<number>`(select count(*) from projects as p where p.org_id = ${ownOrg} and p.is_frozen = 1)`,
    })
    .limit(1),
);

export async function readBillingAttention(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<BillingAttention> {
  const [subscription, [used]] = await together([
    findSubscription(db, provider),
    db.all(use, { now: db.now }),
  ]);
  const { frozenMembers: members = 0, frozenProjects = 0 } = used ?? {};
  const taken = (used?.members ?? 0) + (used?.invited ?? 0);
  const limit = used?.seats ?? null;
  return {
    payment: failedPayment(subscription),
    trial: endingTrial(subscription, db.now),
    readOnly:
      members + frozenProjects > 0
        ? { members, projects: frozenProjects }
        : null,
    seats:
      limit !== null && taken >= limit && members === 0
        ? { used: taken, limit }
        : null,
  };
}

function failedPayment(
  subscription: Subscription | undefined,
): Attention["payment"] {
  const { plan, status } = subscription ?? {};
  if (!subscription || !plan) return null;
  if (status !== "past_due" && status !== "unpaid") return null;
  const endsAt = graceEndsAt(subscription);
  return { plan, graceEndsAt: endsAt === null ? null : iso(endsAt) };
}

/** A trial that was cancelled needs no decision any more. */
function endingTrial(
  subscription: Subscription | undefined,
  now: number,
): Attention["trial"] {
  const { plan, status, trialEndsAt, cancelsAtPeriodEnd } = subscription ?? {};
  if (status !== "trialing" || cancelsAtPeriodEnd) return null;
  if (!plan || !trialEndsAt || trialEndsAt - now > TRIAL_SOON_MS) return null;
  return { plan, endsAt: iso(trialEndsAt) };
}
