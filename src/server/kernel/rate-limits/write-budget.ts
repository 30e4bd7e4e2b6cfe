import { DomainError } from "#server/kernel/errors";
import type { Bucket } from "./buckets";
import type { Limits } from "./rate-limits";

/** The user who writes, and which of the user's two budgets the call uses. */
export interface Writer {
  userId: string;
  /** True in an organization on a paid plan, and everywhere when billing is off. */
  isOnPaidPlan: boolean;
}

/**
 * Limits the bytes that a user stores per day. Each user has one budget for all organizations on the free plan, and one
 * for all organizations on a paid plan.
 */
export interface WriteBudget {
  /**
   * Refuses a call when the budget is exhausted. Only the counts of this process are checked, because a request to
   * Redis would delay the call.
   * @throws DomainError `WRITE_BUDGET` with the seconds to wait
   */
  requireLeft(writer: Writer): void;
  /** Counts the bytes that a call has stored. */
  spend(writer: Writer, bytes: number): Promise<void>;
}

export function createWriteBudget(limits: Pick<Limits, "spend">): WriteBudget {
  /** The moment at which each exhausted budget is renewed, in milliseconds since 1970 UTC. */
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
