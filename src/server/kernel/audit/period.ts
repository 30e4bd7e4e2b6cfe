import { type Plan, PLANS } from "#shared/plans";

const DAY_MS = 24 * 60 * 60 * 1000;
/** From a smaller plan on, how long the log is kept as before. */
export const LOWERED_AFTER_MS = 120 * DAY_MS;
/** How long before that the admins are told, at least. */
export const NOTICE_MS = 30 * DAY_MS;

/** How long an organization's log is kept, as it is stored with the organization. */
export interface AuditPeriod {
  /** In days; null without an end. */
  auditRetentionDays: number | null;
  /** What a smaller plan makes of it at `nextAuditRetentionFrom`; null where nothing is to come. */
  nextAuditRetentionDays: number | null;
  /** In milliseconds since 1970 UTC. */
  nextAuditRetentionFrom: number | null;
  /** When the admins were told. */
  auditNoticeSentAt: number | null;
}

/** How many days a plan keeps; null without an end, as where no payments are taken. */
export function daysKept(plan: Plan, takesPayments: boolean): number | null {
  return takesPayments ? PLANS[plan].auditRetentionDays : null;
}

/** A period without anything to come. */
export function settledPeriod(auditRetentionDays: number | null): AuditPeriod {
  return {
    auditRetentionDays,
    nextAuditRetentionDays: null,
    nextAuditRetentionFrom: null,
    auditNoticeSentAt: null,
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
  const {
    auditRetentionDays,
    nextAuditRetentionDays,
    nextAuditRetentionFrom,
    auditNoticeSentAt,
  } = before;
  if (
    days === null ||
    (auditRetentionDays !== null && days >= auditRetentionDays)
  )
    return settledPeriod(days);
  if (nextAuditRetentionDays !== null && days >= nextAuditRetentionDays)
    return {
      auditRetentionDays,
      nextAuditRetentionDays: days,
      nextAuditRetentionFrom,
      auditNoticeSentAt,
    };
  const lowersAt = now + LOWERED_AFTER_MS;
  return {
    ...settledPeriod(auditRetentionDays),
    nextAuditRetentionDays: days,
    nextAuditRetentionFrom: lowersAt,
  };
}

/** What is due by now of a lowering that is to come: first the notice, 30 days later the lowering itself. */
export function periodDue(before: AuditPeriod, now: number): AuditPeriod {
  const { nextAuditRetentionDays, nextAuditRetentionFrom, auditNoticeSentAt } =
    before;
  if (nextAuditRetentionDays === null || nextAuditRetentionFrom === null)
    return before;
  if (auditNoticeSentAt === null)
    return nextAuditRetentionFrom - NOTICE_MS <= now
      ? {
          ...before,
          auditNoticeSentAt: now,
          // Where the server did not run on the day of the notice, the admins still have the whole time.
          nextAuditRetentionFrom: Math.max(
            nextAuditRetentionFrom,
            now + NOTICE_MS,
          ),
        }
      : before;
  return nextAuditRetentionFrom <= now
    ? settledPeriod(nextAuditRetentionDays)
    : before;
}
