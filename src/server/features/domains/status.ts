import { and, gt, isNotNull } from "drizzle-orm";
import { domains } from "./table";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How long a verified domain stays verified while its DNS record is missing. */
export const VERIFICATION_VALID_MS = 7 * DAY_MS;
/**
 * A domain is `failing` when its DNS record was not found for this time, which is longer than the interval of the daily
 * check.
 */
const MISSED_MS = 36 * HOUR_MS;

type Row = Pick<typeof domains.$inferSelect, "verifiedAt" | "checkedAt">;

/**
 * `pending` means that the domain was never verified, and `failing` that the last checks did not find its DNS record.
 * `lapsed` means that the record has been missing for a week, so no one can join by the domain.
 */
export type DomainStatus = "pending" | "verified" | "failing" | "lapsed";

export function statusOf(
  { verifiedAt, checkedAt }: Row,
  now: number,
): DomainStatus {
  if (checkedAt === null) return "pending";
  const age = now - checkedAt;
  if (verifiedAt === null || age >= VERIFICATION_VALID_MS) return "lapsed";
  return age > MISSED_MS ? "failing" : "verified";
}

/** SQL condition: the domain is verified, and its verification has not lapsed. */
export function isVerified(now: number) {
  return and(
    isNotNull(domains.verifiedAt),
    gt(domains.checkedAt, now - VERIFICATION_VALID_MS),
  );
}
