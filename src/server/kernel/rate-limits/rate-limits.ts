import type { Logger } from "pino";
import { clientKey, clientSite } from "#server/kernel/client-address";
import type { Config } from "#server/kernel/config/config";
import { createSigner } from "#server/kernel/crypto";
import { DomainError } from "#server/kernel/errors";
import { type Bucket, BUCKETS } from "./buckets";
import { type Count, type Counters, createMemoryCounters } from "./counters";
import { connectRedis } from "./redis";
import { countInBoth, createSharedCounters } from "./shared-counters";
import { createTotals, NO_TOTALS, type Totals } from "./totals";

/** The limit of an IPv6 network /48, as a multiple of the limit of one client. */
const CLIENTS_PER_SITE = 10;

/** What is left of a limit in the present period. */
export interface Quota {
  limit: number;
  left: number;
  isExceeded: boolean;
  /** The seconds until the period ends, at least 1. */
  seconds: number;
  /** The length of the period in seconds. */
  period: number;
}

export interface Limits {
  /**
   * Counts units, and refuses the call when the limit of the bucket is exceeded.
   * @param units default 1
   * @throws DomainError `RATE_LIMITED` with the seconds to wait.
   */
  consume(bucket: Bucket, key: string, units?: number): Promise<void>;
  /** Counts one unit, and returns what is left. It never refuses. */
  measure(bucket: Bucket, key: string): Promise<Quota>;
  /** Like `consume` with one unit, but returns the new count. */
  count(bucket: Bucket, key: string): Promise<number>;
  /**
   * Counts a call by the address of its client. An IPv6 address is counted by its network /64, and by its network /48
   * with ten times the limit.
   * @throws DomainError `RATE_LIMITED` with the seconds to wait.
   */
  consumeClient(bucket: Bucket, address: string): Promise<void>;
  /**
   * Counts one unit, and returns how many milliseconds to wait until the limit allows this unit: 0 within the limit.
   */
  waitFor(bucket: Bucket, key: string): Promise<number>;
  /** Counts the units, and returns the milliseconds until an exhausted budget is renewed: 0 while units are left. */
  spend(bucket: Bucket, key: string, units: number): Promise<number>;
  /** Subtracts what was counted before: one unit, or the number in `units`. */
  giveBack(bucket: Bucket, key: string, units?: number): Promise<void>;
  /**
   * Counts one unit unless the limit is reached, and returns whether the unit was counted. Concurrent calls cannot
   * exceed the limit together.
   */
  tryConsume(bucket: Bucket, key: string): Promise<boolean>;
  /** Counts for periods that begin at fixed moments, such as calendar months. */
  totals: Totals;
  /** Closes the connection to Redis. */
  close(): void;
}

type Settings = Pick<Config, "rateLimitFactor" | "redisUrl" | "secret">;

/**
 * Creates the rate limits, which count in this process, and with Redis for all instances. While Redis is down, each
 * instance counts alone.
 */
export function createLimits(
  { rateLimitFactor, redisUrl, secret }: Settings,
  log: Logger,
): Limits {
  const own = createMemoryCounters();
  if (!redisUrl)
    return limitsOn(own, rateLimitFactor, {
      totals: NO_TOTALS,
      close: () => {},
    });
  const redis = connectRedis(redisUrl, log);
  // A plain hash of an address can be reversed by trying all addresses, so Redis gets a keyed hash.
  const { sign } = createSigner(secret, "limits");
  const shared = createSharedCounters(redis, sign);
  return limitsOn(countInBoth(own, shared, redis), rateLimitFactor, {
    totals: createTotals(redis, sign),
    close: redis.close,
  });
}

/** @param factor multiplies every limit */
export function limitsOn(
  counters: Counters,
  factor: number,
  others: Pick<Limits, "totals" | "close">,
): Limits {
  const limitOf = (bucket: Bucket) => BUCKETS[bucket][0] * factor;
  const consume = async (
    bucket: Bucket,
    key: string,
    { units = 1, times = 1 } = {},
  ) => {
    const count = await counters.add(bucket, key, units);
    if (count.consumed > limitOf(bucket) * times) throw refusal(count);
    return count.consumed;
  };
  return {
    async consume(bucket, key, units) {
      await consume(bucket, key, { units });
    },
    async measure(bucket, key) {
      const limit = limitOf(bucket);
      const count = await counters.add(bucket, key);
      return {
        limit,
        left: Math.max(0, limit - count.consumed),
        isExceeded: count.consumed > limit,
        seconds: secondsOf(count),
        period: BUCKETS[bucket][1],
      };
    },
    count: (bucket, key) => consume(bucket, key),
    async consumeClient(bucket, address) {
      await consume(bucket, clientKey(address));
      const site = clientSite(address);
      if (site) await consume(bucket, site, { times: CLIENTS_PER_SITE });
    },
    async waitFor(bucket, key) {
      const { consumed, msBeforeNext } = await counters.add(bucket, key);
      const over = consumed - limitOf(bucket);
      if (over <= 0) return 0;
      const periods = Math.floor((over - 1) / limitOf(bucket));
      return msBeforeNext + periods * BUCKETS[bucket][1] * 1000;
    },
    async spend(bucket, key, units) {
      const { consumed, msBeforeNext } = await counters.add(bucket, key, units);
      return consumed < limitOf(bucket) ? 0 : msBeforeNext;
    },
    giveBack: (bucket, key, units) => counters.remove(bucket, key, units),
    async tryConsume(bucket, key) {
      const { consumed } = await counters.add(bucket, key);
      if (consumed <= limitOf(bucket)) return true;
      await counters.remove(bucket, key);
      return false;
    },
    ...others,
  };
}

function secondsOf({ msBeforeNext }: Count): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function refusal(count: Count): DomainError {
  const seconds = secondsOf(count);
  return new DomainError(
    "RATE_LIMITED",
    { limit: "requests", seconds },
    { retryAfter: seconds },
  );
}
