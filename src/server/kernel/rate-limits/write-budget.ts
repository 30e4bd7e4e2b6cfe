import { DomainError } from "#server/kernel/errors";
import type { Bucket } from "./buckets";
import type { Limits } from "./rate-limits";

/** The user and the budget that a call uses. */
export interface Writer {
  userId: string;
  /** In an organization on a paid plan, or when billing is off. */
  isOnPaidPlan: boolean;
}

/** Limits the bytes that a user stores per day: one budget for all organizations on the free plan, one for the others. */
export interface WriteBudget {
  /**
   * Checks only the counts of this process, which needs no round trip.
   * @throws DomainError `WRITE_BUDGET` with the seconds to wait
   */
  requireLeft(writer: Writer): void;
  /** Counts the bytes that a call has stored. */
  spend(writer: Writer, bytes: number): Promise<void>;
}

export function createWriteBudget(limits: Pick<Limits, "spend">): WriteBudget {
  /** When each exhausted budget is renewed, in milliseconds since 1970 UTC. */
  const renewals = new Map<string, number>();
  return {
    requireLeft(writer) {
      const key = keyOf(writer);
      const wait = (renewals.get(key) ?? 0) - Date.now();
      if (wait > 0) throw exhausted(wait);
      renewals.delete(key);
    },
    async spend(writer, bytes) {
      const wait = await limits.spend(bucketOf(writer), writer.userId, bytes);
      if (wait > 0) renewals.set(keyOf(writer), Date.now() + wait);
    },
  };
}

function bucketOf({ isOnPaidPlan }: Writer): Bucket {
  return isOnPaidPlan ? "writtenOnPaid" : "writtenOnFree";
}

function keyOf(writer: Writer): string {
  return `${bucketOf(writer)} ${writer.userId}`;
}

function exhausted(wait: number): DomainError {
  const retryAfter = Math.ceil(wait / 1000);
  return new DomainError("WRITE_BUDGET", undefined, { retryAfter });
}
