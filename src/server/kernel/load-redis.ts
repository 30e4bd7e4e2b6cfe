import type * as ioredis from "ioredis";

/** Loads the Redis client at the first call, because only installations with REDIS_URL need it. */
export function loadRedis(): typeof ioredis.default {
  const loaded = require("ioredis") as typeof ioredis;
  return loaded.default;
}
