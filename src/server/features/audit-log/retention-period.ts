import { type Plan, PLANS } from "#shared/plans";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the log is still kept as before after a change to a smaller plan. */
export const SHORTENED_AFTER_MS = 120 * DAY_MS;
/** How long before the change the admins are notified, at least. */
export const NOTICE_MS = 30 * DAY_MS;

/** How long an organization's log is kept, as it is stored with the organization. */
export interface RetentionPeriod {
  /** Null: events are kept without a limit. */
  auditRetentionDays: number | null;
  /** The shorter period that holds from `nextAuditRetentionFrom` on. Null: no change is scheduled. */
  nextAuditRetentionDays: number | null;
  /** In milliseconds since 1970 UTC. */
  nextAuditRetentionFrom: number | null;
  /** When the admins were notified of the scheduled change. */
  auditNoticeSentAt: number | null;
}

/** How many days a plan keeps the log; null without a limit, as where no payments are taken. */
export function planRetentionDays(
  plan: Plan,
  takesPayments: boolean,
): number | null {
  return takesPayments ? PLANS[plan].auditRetentionDays : null;
}

/** A period with no change scheduled. */
export function fixedRetention(
  auditRetentionDays: number | null,
): RetentionPeriod {
  return {
    auditRetentionDays,
    nextAuditRetentionDays: null,
    nextAuditRetentionFrom: null,
    auditNoticeSentAt: null,
  };
}

/**
 * Returns the period after a change to a plan that keeps `days`. A longer period holds at once and cancels a scheduled
 * shorter one. A shorter period holds after 120 days, counted again for every still smaller plan: otherwise an admin could
 * remove the evidence of their actions by changing the plan.
 */
export function scheduleRetention(
  days: number | null,
  before: RetentionPeriod,
  now: number,
): RetentionPeriod {
  const { auditRetentionDays, nextAuditRetentionDays } = before;
  const { nextAuditRetentionFrom, auditNoticeSentAt } = before;
  if (
    days === null ||
    (auditRetentionDays !== null && days >= auditRetentionDays)
  )
    return fixedRetention(days);
  if (nextAuditRetentionDays !== null && days >= nextAuditRetentionDays)
    // Callers pass a whole organization: no other column may be in the result.
    return {
      auditRetentionDays,
      nextAuditRetentionDays: days,
      nextAuditRetentionFrom,
      auditNoticeSentAt,
    };
  return {
    ...fixedRetention(auditRetentionDays),
    nextAuditRetentionDays: days,
    nextAuditRetentionFrom: now + SHORTENED_AFTER_MS,
  };
}

/** Returns the period after the step of a scheduled change that is due: first the notice, 30 days later the change. */
export function applyDueSteps(
  before: RetentionPeriod,
  now: number,
): RetentionPeriod {
  const { nextAuditRetentionDays, nextAuditRetentionFrom } = before;
  if (nextAuditRetentionDays === null || nextAuditRetentionFrom === null)
    return before;
  if (before.auditNoticeSentAt !== null)
    return nextAuditRetentionFrom <= now
      ? fixedRetention(nextAuditRetentionDays)
      : before;
  if (nextAuditRetentionFrom - NOTICE_MS > now) return before;
  return {
    ...before,
    auditNoticeSentAt: now,
    // If the server did not run on the day of the notice, the admins still get 30 days.
    nextAuditRetentionFrom: Math.max(nextAuditRetentionFrom, now + NOTICE_MS),
  };
}
