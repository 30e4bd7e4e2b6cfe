import { PLANS } from "#shared/plans";
import type { Purchase } from "#server/core/billing/provider";
import { organizations } from "#server/core/organizations/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import type { PlanChoice } from "./schemas";
import { readUsage } from "./usage";

/**
 * Fills in what a plan choice leaves out. By default, there is one seat for each member and each invited person, up to the most
 * seats of the plan.
 */
export async function purchaseOf(
  db: TenantDb,
  { plan, interval = "month", seats }: PlanChoice,
): Promise<Purchase> {
  const most = PLANS[plan].seats;
  if (seats !== undefined && seats > most)
    throw invalidField("seats", "SEATS_NOT_IN_PLAN", { plan, seats: most });
  return {
    plan,
    interval,
    seats: seats ?? Math.min(await countPeople(db), most),
  };
}

/** Counts the members and the invited people. */
export async function countPeople(db: TenantDb): Promise<number> {
  const organization = db.readRoot(organizations);
  const { seats } = await readUsage(db, db.now, organization);
  return seats.used + seats.invited;
}

export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}
