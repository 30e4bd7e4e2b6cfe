import type * as ioredis from "ioredis";

/** The Redis client. The first call loads it: without REDIS_URL nothing needs it. */
export function loadRedis(): typeof ioredis.default {
  const loaded = require("ioredis") as typeof ioredis;
  return loaded.default;
}
