import type IORedis from "ioredis";
import { loadRedis } from "#server/kernel/load-redis";
import type { Logger } from "pino";

/** Longer than this no request waits for Redis. */
const PATIENCE_MS = 500;
const RECONNECT_MS = 1000;
const PROOF_KEY = "tenantry:limit:proof";

/** A connection to Redis that may be gone at any time, and then costs nobody anything. */
export interface Redis {
  client: IORedis;
  /** Does it on Redis; `undefined`, and at once, while Redis is down. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
  close(): void;
}

/** Does not wait for the connection: until it is there Redis counts as down. Each change is one line in the log. */
export function connectRedis(url: string, log: Logger): Redis {
  const client = new (loadRedis())(url, {
    connectionName: "tenantry",
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
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
      "Redis is down: each instance counts its rate limits alone",
    );
  };
  // One that is full, or a copy that only reads, takes connections and no counts.
  const prove = async () => {
    if (client.status !== "ready") return;
    try {
      await client.set(PROOF_KEY, "1", "EX", 1);
      wentUp();
    } catch (error) {
      wentDown(asError(error));
      setTimeout(prove, RECONNECT_MS).unref();
    }
  };
  client.on("ready", prove);
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
        // A connection over which nothing comes back may still look open: a new one shows whether Redis is there.
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
