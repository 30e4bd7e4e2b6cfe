import { and, gt, isNotNull } from "drizzle-orm";
import { domains } from "./table";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How long a proof is good for without being seen again. */
export const VERIFICATION_VALID_MS = 7 * DAY_MS;
/** A record that is looked for every day was missed by then. */
const MISSED_MS = 36 * HOUR_MS;

type Row = Pick<typeof domains.$inferSelect, "verifiedAt" | "checkedAt">;

/**
 * `pending`: never proven · `verified` · `failing`: the record was not found of late · `lapsed`: for so long that
 * nobody joins any more.
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

/** For a read or a guard: the domain is proven, and was not long ago. */
export function isVerified(now: number) {
  return and(
    isNotNull(domains.verifiedAt),
    gt(domains.checkedAt, now - VERIFICATION_VALID_MS),
  );
}
