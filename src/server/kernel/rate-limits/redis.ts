import type IORedis from "ioredis";
import { loadRedis } from "#server/kernel/load-redis";
import type { Logger } from "pino";

/** How long a request waits for Redis at most, in milliseconds. */
const TIMEOUT_MS = 500;
const RECONNECT_MS = 1000;
const PROBE_KEY = "tenantry:limit:proof";

/** A connection to Redis. While Redis is down, work on Redis is skipped without a delay. */
export interface Redis {
  client: IORedis;
  /** Runs the work on Redis. Returns `undefined` at once while Redis is down. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
  close(): void;
}

/**
 * Connects in the background; until the connection works, Redis counts as down. One line is logged each time Redis goes
 * up or down.
 */
export function connectRedis(url: string, log: Logger): Redis {
  const client = new (loadRedis())(url, {
    connectionName: "tenantry",
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 50, RECONNECT_MS),
  });
  let state: "unknown" | "up" | "down" | "closed" = "unknown";
  const wentUp = () => {
    if (state === "closed") return;
    state = "up";
    log.info("Redis is up: the rate limits are shared");
  };
  const wentDown = (error?: Error) => {
    if (state === "closed" || state === "down") return;
    state = "down";
    log.warn(
      { reason: error?.message ?? "it closed the connection" },
      "Redis is down: each instance counts its own rate limits",
    );
  };
  // Writes a test key, because a full Redis or a read-only replica accepts connections but refuses writes.
  const probe = async () => {
    if (client.status !== "ready") return;
    try {
      await client.set(PROBE_KEY, "1", "EX", 1);
      wentUp();
    } catch (error) {
      wentDown(asError(error));
      setTimeout(probe, RECONNECT_MS).unref();
    }
  };
  client.on("ready", probe);
  client.on("error", wentDown);
  client.on("close", () => wentDown());

  return {
    client,
    async attempt(work) {
      if (state !== "up") return undefined;
      try {
        return await work();
      } catch (error) {
        if (state !== "up") return undefined;
        wentDown(asError(error));
        // A dead connection can still look open, so it is replaced. The new connection shows whether Redis is up.
        client.disconnect(true);
        return undefined;
      }
    },
    close() {
      state = "closed";
      client.disconnect();
    },
  };
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined;
}
