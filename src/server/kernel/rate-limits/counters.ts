import type * as flexible from "rate-limiter-flexible";
import { type Bucket, BUCKETS, bucketNames } from "./buckets";

/** The units that were counted in the present period, and the milliseconds until the period ends. */
export interface Count {
  consumed: number;
  msBeforeNext: number;
}

/** Counts units for each bucket and key. Every change of a count is atomic. */
export interface Counters {
  /** Adds one unit, or `units`, and returns the new count. */
  add(bucket: Bucket, key: string, units?: number): Promise<Count>;
  /** Removes one unit, or `units`. The count never falls below zero. */
  remove(bucket: Bucket, key: string, units?: number): Promise<void>;
}

/** The main module of the package loads the limiters of all databases. Only that module declares types. */
const RateLimiterMemory =
  require("rate-limiter-flexible/lib/RateLimiterMemory.js") as typeof flexible.RateLimiterMemory;

export function createMemoryCounters(): Counters {
  return createCounters((options) => new RateLimiterMemory(options));
}

/** @param create makes the limiter of a bucket, which is only used to count, so that its own limit has no effect */
export function createCounters(
  create: (
    options: flexible.IRateLimiterOptions,
  ) => flexible.RateLimiterAbstract,
): Counters {
  const limiters = new Map(
    bucketNames.map((bucket) => {
      const [points, duration] = BUCKETS[bucket];
      return [bucket, create({ keyPrefix: bucket, points, duration })];
    }),
  );
  const limiter = (bucket: Bucket): flexible.RateLimiterAbstract => {
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
      // The count is negative if the period of the unit has ended meanwhile. It is set to zero, because a negative
      // count would allow an additional unit.
      if (consumedPoints < 0)
        await limiter(bucket).penalty(key, -consumedPoints);
    },
  };
}
