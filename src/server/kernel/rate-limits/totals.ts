import type { Redis } from "./redis";

/** The total of a key, as the instance that asks knows it. */
interface Known {
  limit: number;
  /** What this instance knows: a lower total in Redis, as after a restart of Redis, is raised to it first. */
  atLeast: number;
  /** When the total ends, in milliseconds since 1970 UTC. */
  endsAt: number;
}

/** Totals that all instances count together. While Redis is down, and without Redis, they do not count. */
export interface Totals {
  /**
   * Adds one unit unless the total has reached its limit. Concurrent calls cannot exceed the limit together.
   * @returns the total and whether the unit was added; undefined while the totals do not count
   */
  add(
    key: string,
    known: Known,
  ): Promise<{ total: number; isAdded: boolean } | undefined>;
  /** Takes back a unit that was added. */
  remove(key: string): Promise<void>;
}

export const NO_TOTALS: Totals = {
  add: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

const ADD = `
local total = math.max(tonumber(redis.call('get', KEYS[1]) or '0'), tonumber(ARGV[2]))
local isAdded = 0
if total < tonumber(ARGV[1]) then
  total = total + 1
  isAdded = 1
end
redis.call('set', KEYS[1], total, 'PXAT', ARGV[3])
return {total, isAdded}`;

const REMOVE = `
if tonumber(redis.call('get', KEYS[1]) or '0') > 0 then redis.call('decr', KEYS[1]) end`;

/** @param hash hashes the keys, so that Redis gets no ids */
export function createTotals(
  redis: Redis,
  hash: (key: string) => string,
): Totals {
  const nameOf = (key: string) => `tenantry:total:${hash(key)}`;
  return {
    add: (key, { limit, atLeast, endsAt }) =>
      redis.attempt(async () => {
        const answer = await redis.client.eval(
          ADD,
          1,
          nameOf(key),
          limit,
          atLeast,
          endsAt,
        );
        const [total, isAdded] = (answer as unknown[]).map(Number);
        return { total: total ?? 0, isAdded: isAdded === 1 };
      }),
    async remove(key) {
      await redis.attempt(() => redis.client.eval(REMOVE, 1, nameOf(key)));
    },
  };
}
