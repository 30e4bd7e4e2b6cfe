import type IORedis from "ioredis";
import { loadRedis } from "#server/kernel/load-redis";
import type { Logger } from "pino";
import { z } from "zod";
import { newToken } from "#server/kernel/crypto";
import { type LiveEvent, liveEvent } from "./event";

const CHANNEL = "tenantry:live";
const TIMEOUT_MS = 500;
const RECONNECT_MS = 1000;
/** How often the connection that receives events is checked, in milliseconds. */
const PING_EVERY_MS = 5000;

const message = z.strictObject({ from: z.string(), event: liveEvent });

/** Exchanges events with the other instances. No events arrive while Redis is down. */
export interface Channel {
  send(event: LiveEvent): void;
  close(): void;
}

/**
 * Opens two connections, because Redis requires separate connections to publish and to subscribe. After a lost
 * connection, pages get the event `everything`, because events may have been missed.
 */
export function openChannel(
  url: string,
  log: Logger,
  push: (event: LiveEvent) => void,
): Channel {
  const from = newToken();
  const everything: LiveEvent = { about: "everything" };
  const state = createStateLog(log);
  const publisher = connect(url);
  const subscriber = connect(url);
  let isClosed = false;
  let hasMissedEvents = false;

  const send = async (event: LiveEvent) => {
    try {
      await publisher.publish(CHANNEL, JSON.stringify({ from, event }));
    } catch (error) {
      if (isClosed) return;
      hasMissedEvents = true;
      state.down(error);
      // The connection is opened again, because a dead connection can still look open.
      if (publisher.status === "ready") publisher.disconnect(true);
    }
  };
  publisher.on("ready", () => {
    if (!hasMissedEvents) return;
    hasMissedEvents = false;
    void send(everything);
  });
  subscriber.on("ready", async () => {
    try {
      await subscriber.subscribe(CHANNEL);
      state.up();
      push(everything);
    } catch (error) {
      if (isClosed) return;
      state.down(error);
      subscriber.disconnect(true);
    }
  });
  subscriber.on("message", (_channel, text) => {
    const received = parse(text);
    if (received && received.from !== from) push(received.event);
  });
  for (const connection of [publisher, subscriber]) {
    connection.on("error", (error) => !isClosed && state.down(error));
    connection.on("close", () => !isClosed && state.down());
  }
  const pings = setInterval(() => {
    if (subscriber.status !== "ready") return;
    subscriber.ping().catch(() => !isClosed && subscriber.disconnect(true));
  }, PING_EVERY_MS);
  pings.unref();

  return {
    send: (event) => void send(event),
    close() {
      isClosed = true;
      clearInterval(pings);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

function connect(url: string): IORedis {
  return new (loadRedis())(url, {
    connectionName: "tenantry-live",
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // `openChannel` itself subscribes after each connect, because it must know when the subscription is active.
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 50, RECONNECT_MS),
  });
}

/** Logs one line each time Redis goes up or down. */
function createStateLog(log: Logger) {
  let state: "unknown" | "up" | "down" = "unknown";
  return {
    up() {
      if (state === "up") return;
      state = "up";
      log.info("live changes: the instances share their events");
    },
    down(error?: unknown) {
      if (state === "down") return;
      state = "down";
      const reason =
        error instanceof Error ? error.message : "it closed the connection";
      log.warn(
        { reason },
        "live changes: Redis does not respond, so each instance reaches only its own pages",
      );
    },
  };
}

/**
 * Validates a message, because other programs can publish on the same channel of Redis. A forged event does no harm,
 * because it only makes pages read their data again.
 */
function parse(text: string): z.infer<typeof message> | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
