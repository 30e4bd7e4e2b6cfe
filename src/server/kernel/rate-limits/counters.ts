import type {
  IRateLimiterOptions,
  RateLimiterAbstract,
} from "rate-limiter-flexible";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Bucket, BUCKETS, bucketNames } from "./buckets";

/** How many there were since the bucket was last empty, and in how many milliseconds it is empty again. */
export interface Count {
  consumed: number;
  msBeforeNext: number;
}

/** Counts by bucket and key; wherever it counts, one change is one step that nothing comes between. */
export interface Counters {
  /** Counts one more, or `units`, and says how many that makes. */
  add(bucket: Bucket, key: string, units?: number): Promise<Count>;
  /** Counts one less, or `units`, and never less than none. */
  remove(bucket: Bucket, key: string, units?: number): Promise<void>;
}

export function createMemoryCounters(): Counters {
  return createCounters((options) => new RateLimiterMemory(options));
}

/** @param create the limiter of one bucket. What it would allow is not asked: this only counts. */
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
      // The one that is taken back was forgotten since: it must not become one that is free.
      if (consumedPoints < 0)
        await limiter(bucket).penalty(key, -consumedPoints);
    },
  };
}
