import type { TenantDb } from "#server/kernel/db/tenant-db";
import { invalidField } from "#server/kernel/errors";
import type { KeyRow } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 90;

/** For how many days before the expiry of a key its owner gets a mail. */
export const NOTICE_DAYS = [14, 3, 0] as const;

/** The largest lifetime of a key that the organization allows; null without a maximum. */
export type MaxDays = number | null;

/**
 * Returns the lifetime of a new key in days; null if the key does not expire.
 * @param given undefined for the default
 * @throws DomainError INVALID_INPUT when the organization does not allow the lifetime
 */
export function lifetimeOf(
  given: number | null | undefined,
  max: MaxDays,
): number | null {
  if (given === undefined) return Math.min(DEFAULT_DAYS, max ?? DEFAULT_DAYS);
  if (max !== null && (given === null || given > max))
    throw invalidField("expiresInDays", "TOO_HIGH", { max });
  return given;
}

/** Returns the lifetime of a rotated key, which may exceed a maximum that was set after the key was created. */
export function limitedLifetime(
  days: number | null,
  max: MaxDays,
): number | null {
  if (max === null) return days;
  return Math.min(days ?? max, max);
}

/** Returns the columns about the expiry of a secret that is valid from now on. */
export function expiryOf(
  { now }: Pick<TenantDb, "now">,
  lifetimeDays: number | null,
): Pick<KeyRow, "lifetimeDays" | "expiresAt" | "expiryNoticeDays"> {
  return {
    lifetimeDays,
    expiresAt: lifetimeDays === null ? null : now + lifetimeDays * DAY_MS,
    // A key that lives for a week gets no notice two weeks before its expiry.
    expiryNoticeDays:
      NOTICE_DAYS.findLast((days) => days >= (lifetimeDays ?? Infinity)) ??
      null,
  };
}
