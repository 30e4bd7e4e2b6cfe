import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import {
  CURRENCY,
  type Interval,
  isPaid,
  type Plan,
  PLANS,
} from "#shared/plans";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import {
  type RetentionPeriod,
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import { limitsOf } from "./plan-limits";
import { iso } from "#server/kernel/inputs";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import type { ChangePreview } from "./schemas";
import { readUsage } from "./usage";

const NAMED_AT_MOST = 100;

/** Finds the members who would have no seat, in the order in which the database triggers assign seats. */
const beyondSeats = defineQuery<{ seats: number; limit: number }>()(
  (db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), {
        userId: users.id,
        name: users.name,
        email: users.email,
      })
      .where(isNull(memberships.suspendedAt))
      .orderBy(
        desc(sql`${memberships.id} = (
          select m.id from memberships as m
          where m.org_id = ${memberships.orgId} and m.suspended_at is null and m.role = 'admin'
          order by m.joined_at, m.id limit 1)`),
        desc(memberships.keepsSeat),
        asc(memberships.joinedAt),
        asc(memberships.id),
      )
      .limit(value("limit"))
      .offset(value("seats")),
);

/** Computes what would change for the organization with this plan and this number of seats. */
export async function previewChange(
  db: TenantDb,
  {
    plan,
    interval = "month",
    seats = PLANS[plan].seats,
  }: { plan: Plan; interval?: Interval; seats?: number },
): Promise<ChangePreview> {
  const limits = limitsOf(plan, isPaid(plan) ? seats : undefined);
  const room = limits.seats ?? seats;
  const reading = db.readRoot(organizations);
  const [organization, usage, first] = await together([
    reading,
    readUsage(db, db.now, reading),
    db.all(beyondSeats, { seats: room, limit: NAMED_AT_MOST }),
  ]);
  const { price } = PLANS[plan];
  return {
    plan,
    seats: room,
    price: price && price[interval] * room,
    currency: CURRENCY,
    frozenMembers: { count: beyond(usage.seats.used, room), first },
    invitationsBeyond: beyond(
      usage.seats.invited,
      beyond(room, usage.seats.used),
    ),
    frozenProjects: beyond(usage.projects.used, limits.projectLimit),
    rolesBeyond: beyond(usage.roles.used, limits.roleLimit),
    serviceAccountsBeyond: beyond(
      usage.serviceAccounts.used,
      limits.serviceAccountLimit,
    ),
    auditShortened: shortened(
      scheduleRetention(planRetentionDays(plan, true), organization, db.now),
    ),
  };
}

function shortened({
  nextAuditRetentionDays,
  nextAuditRetentionFrom,
}: RetentionPeriod) {
  return nextAuditRetentionDays === null || nextAuditRetentionFrom === null
    ? null
    : { days: nextAuditRetentionDays, from: iso(nextAuditRetentionFrom) };
}

function beyond(used: number, limit: number | null): number {
  return limit === null ? 0 : Math.max(0, used - limit);
}
