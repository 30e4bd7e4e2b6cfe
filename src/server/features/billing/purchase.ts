import { type PaidPlan, PLANS } from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import { organizations } from "#server/core/organizations/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { DomainError } from "#server/kernel/errors";
import type { PlanChoice } from "./schemas";
import { readUsage } from "./usage";

/** Completes a choice; seats default to one for each member and each invited person. */
export async function purchaseOf(
  db: TenantDb,
  { plan, interval = "month", seats }: PlanChoice,
): Promise<Purchase> {
  const most = PLANS[plan].seats;
  if (seats !== undefined && seats > most) throw tooManySeats(plan, most);
  return {
    plan,
    interval,
    seats: seats ?? Math.min(await countPeople(db), most),
  };
}

/** The number of members and invited people. */
export async function countPeople(db: TenantDb): Promise<number> {
  const organization = await db.readRoot(organizations);
  const { seats } = await readUsage(db, db.now, organization);
  return seats.used + seats.invited;
}

function tooManySeats(plan: PaidPlan, most: number): DomainError {
  const message = `The plan ${PLANS[plan].label} has at most ${most} seats.`;
  return new DomainError("INVALID_INPUT", message, {
    issues: [{ path: "seats", message }],
  });
}

export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}
