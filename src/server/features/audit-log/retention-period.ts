import { type Plan, PLANS } from "#shared/plans";

const DAY_MS = 24 * 60 * 60 * 1000;
/** After a change to a smaller plan, the audit log keeps its longer period for this time. */
export const SHORTENED_AFTER_MS = 120 * DAY_MS;
/** The shortest time between the notice to the admins and the reduction of the audit log. */
export const NOTICE_MS = 30 * DAY_MS;

/** The columns of an organization that say how long its audit log keeps events. */
export interface RetentionPeriod {
  /** How many days events are kept; null when they are kept forever. */
  auditRetentionDays: number | null;
  /** How many days events are kept from `nextAuditRetentionFrom` on; null when no change is scheduled. */
  nextAuditRetentionDays: number | null;
  /** When the scheduled change takes effect, in milliseconds since 1970 UTC. */
  nextAuditRetentionFrom: number | null;
  /** When the admins were notified of the scheduled change. */
  auditNoticeSentAt: number | null;
}

/**
 * Returns how many days a plan keeps audit events, or null when it keeps them forever. Without a payment provider,
 * every plan keeps them forever.
 */
export function planRetentionDays(
  plan: Plan,
  takesPayments: boolean,
): number | null {
  return takesPayments ? PLANS[plan].auditRetentionDays : null;
}

/** Returns a retention period without a scheduled change. */
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
 * Returns the retention period after a change to a plan that keeps events for `days` days. A longer period applies at
 * once. A shorter period applies after 120 days, because otherwise an admin could delete the evidence of their actions
 * by changing the plan.
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
    // Callers pass a whole organization as `before`, but the result must contain only the columns of the retention
    // period.
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

/**
 * Applies the due step of a scheduled reduction and returns the new retention period. The first step is the notice to
 * the admins; the second step, at least 30 days later, is the shorter period.
 */
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
    // If the server sends the notice late, the reduction moves too, so that the admins always have 30 days.
    nextAuditRetentionFrom: Math.max(nextAuditRetentionFrom, now + NOTICE_MS),
  };
}
