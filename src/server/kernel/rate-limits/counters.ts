import type {
  IRateLimiterOptions,
  RateLimiterAbstract,
} from "rate-limiter-flexible";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Bucket, BUCKETS, bucketNames } from "./buckets";

/** The units since the bucket was last empty, and the milliseconds until it is empty again. */
export interface Count {
  consumed: number;
  msBeforeNext: number;
}

/** Counts by bucket and key. Every change is atomic. */
export interface Counters {
  /** Adds one, or `units`, and returns the new count. */
  add(bucket: Bucket, key: string, units?: number): Promise<Count>;
  /** Removes one, or `units`, and stops at zero. */
  remove(bucket: Bucket, key: string, units?: number): Promise<void>;
}

export function createMemoryCounters(): Counters {
  return createCounters((options) => new RateLimiterMemory(options));
}

/** @param create makes the limiter of a bucket, which only counts here: its own limit is not used */
export function createCounters(
  create: (options: IRateLimiterOptions) => RateLimiterAbstract,
): Counters {
  const limiters = new Map(
    bucketNames.map((bucket) => {
      const [points, duration] = BUCKETS[bucket];
      return [bucket, create({ keyPrefix: bucket, points, duration })];
    }),
  );
  const limiter = (bucket: Bucket): RateLimiterAbstract => {
    const found = limiters.get(bucket);
    if (!found) throw new Error(`No such limit: ${bucket}`);
    return found;
  };
  return {
    async add(bucket, key, units = 1) {
      const state = await limiter(bucket).penalty(key, units);
      return {
        consumed: state.consumedPoints,
        msBeforeNext: state.msBeforeNext,
      };
    },
    async remove(bucket, key, units = 1) {
      const { consumedPoints } = await limiter(bucket).reward(key, units);
      // The unit has expired since. A negative count would give a unit away.
      if (consumedPoints < 0)
        await limiter(bucket).penalty(key, -consumedPoints);
    },
  };
}
