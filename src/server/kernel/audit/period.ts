import { type Plan, PLANS } from "#shared/plans";

const DAY_MS = 24 * 60 * 60 * 1000;
/** From a smaller plan on, how long the log is kept as before. */
export const LOWERED_AFTER_MS = 120 * DAY_MS;
/** How long before that the admins are told, at least. */
export const NOTICE_MS = 30 * DAY_MS;

/** How long an organization's log is kept, as it is stored with the organization. */
export interface AuditPeriod {
  /** In days; null without an end. */
  auditDays: number | null;
  /** What a smaller plan makes of it at `auditLowersAt`; null where nothing is to come. */
  auditDaysNext: number | null;
  /** In milliseconds since 1970 UTC. */
  auditLowersAt: number | null;
  /** When the admins were told. */
  auditToldAt: number | null;
}

/** How many days a plan keeps; null without an end, as where no payments are taken. */
export function daysKept(plan: Plan, takesPayments: boolean): number | null {
  return takesPayments ? PLANS[plan].auditRetentionDays : null;
}

/** A period without anything to come. */
export function settledPeriod(auditDays: number | null): AuditPeriod {
  return {
    auditDays,
    auditDaysNext: null,
    auditLowersAt: null,
    auditToldAt: null,
  };
}

/**
 * What a plan that keeps so many days makes of a period. More holds at once and takes back a lowering that was to come.
 * Less holds after 120 days, counted again whenever a still smaller plan is chosen: otherwise the evidence of what an
 * admin did could be removed by changing the plan.
 */
export function periodUnder(
  days: number | null,
  before: AuditPeriod,
  now: number,
): AuditPeriod {
  const { auditDays, auditDaysNext, auditLowersAt, auditToldAt } = before;
  if (days === null || (auditDays !== null && days >= auditDays))
    return settledPeriod(days);
  if (auditDaysNext !== null && days >= auditDaysNext)
    return { auditDays, auditDaysNext: days, auditLowersAt, auditToldAt };
  const lowersAt = now + LOWERED_AFTER_MS;
  return {
    ...settledPeriod(auditDays),
    auditDaysNext: days,
    auditLowersAt: lowersAt,
  };
}

/** What is due by now of a lowering that is to come: first the notice, 30 days later the lowering itself. */
export function periodDue(before: AuditPeriod, now: number): AuditPeriod {
  const { auditDaysNext, auditLowersAt, auditToldAt } = before;
  if (auditDaysNext === null || auditLowersAt === null) return before;
  if (auditToldAt === null)
    return auditLowersAt - NOTICE_MS <= now
      ? {
          ...before,
          auditToldAt: now,
          // Where the server did not run on the day of the notice, the admins still have the whole time.
          auditLowersAt: Math.max(auditLowersAt, now + NOTICE_MS),
        }
      : before;
  return auditLowersAt <= now ? settledPeriod(auditDaysNext) : before;
}
