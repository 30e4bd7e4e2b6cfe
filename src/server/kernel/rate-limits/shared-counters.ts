import type * as flexible from "rate-limiter-flexible";
import { type Count, type Counters, createCounters } from "./counters";
import type { Redis } from "./redis";

/** @param hash hashes the keys, so that Redis gets no addresses and session IDs */
export function createSharedCounters(
  { client }: Redis,
  hash: (key: string) => string,
): Counters {
  // Only installations with REDIS_URL need it. The main module of the package loads the limiters of all databases.
  const RateLimiterRedis =
    require("rate-limiter-flexible/lib/RateLimiterRedis.js") as typeof flexible.RateLimiterRedis;
  const counters = createCounters(
    ({ keyPrefix, ...options }) =>
      new RateLimiterRedis({
        ...options,
        keyPrefix: `tenantry:limit:${keyPrefix}`,
        storeClient: client,
      }),
  );
  return {
    add: (bucket, key, units) => counters.add(bucket, hash(key), units),
    remove: (bucket, key, units) => counters.remove(bucket, hash(key), units),
  };
}

/**
 * Counts in this process and in Redis, and uses the higher count. The own count of an instance therefore remains in
 * effect while Redis is down, and also when Redis starts again without its counts.
 */
export function countInBoth(
  own: Counters,
  shared: Counters,
  redis: Redis,
): Counters {
  return {
    async add(bucket, key, units) {
      const [here, everywhere] = await Promise.all([
        own.add(bucket, key, units),
        redis.attempt(() => shared.add(bucket, key, units)),
      ]);
      return higher(here, everywhere);
    },
    async remove(bucket, key, units) {
      await Promise.all([
        own.remove(bucket, key, units),
        redis.attempt(() => shared.remove(bucket, key, units)),
      ]);
    },
  };
}

function higher(here: Count, everywhere: Count | undefined): Count {
  if (!everywhere || everywhere.consumed < here.consumed) return here;
  if (everywhere.consumed > here.consumed) return everywhere;
  return everywhere.msBeforeNext < here.msBeforeNext ? here : everywhere;
}
