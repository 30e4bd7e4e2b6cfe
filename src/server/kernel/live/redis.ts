import type IORedis from "ioredis";
import { loadRedis } from "#server/kernel/load-redis";
import type { Logger } from "pino";
import { z } from "zod";
import { newToken } from "#server/kernel/crypto";
import { type LiveEvent, liveEvent } from "./event";

const CHANNEL = "tenantry:live";
const PATIENCE_MS = 500;
const RECONNECT_MS = 1000;
/** How often a silent connection is asked whether it is still one. */
const ASK_EVERY_MS = 5000;

const message = z.strictObject({ from: z.string(), event: liveEvent });

/** What happens at the other instances; while Redis is away, nothing is heard of them. */
export interface Channel {
  send(event: LiveEvent): void;
  close(): void;
}

/**
 * One connection speaks and one listens: Redis lets none do both. What is missed while either is gone is made good when
 * it is back, by telling everybody that something may have been.
 */
export function openChannel(
  url: string,
  log: Logger,
  push: (event: LiveEvent) => void,
): Channel {
  const from = newToken();
  const everything: LiveEvent = { about: "everything" };
  const note = createNotes(log);
  const speaker = connect(url);
  const listener = connect(url);
  let isClosed = false;
  let isOwed = false;

  const send = async (event: LiveEvent) => {
    try {
      await speaker.publish(CHANNEL, JSON.stringify({ from, event }));
    } catch (error) {
      if (isClosed) return;
      isOwed = true;
      note.away(error);
      // A connection over which nothing comes back may still look open.
      if (speaker.status === "ready") speaker.disconnect(true);
    }
  };
  speaker.on("ready", () => {
    if (!isOwed) return;
    isOwed = false;
    void send(everything);
  });
  listener.on("ready", async () => {
    try {
      await listener.subscribe(CHANNEL);
      note.there();
      push(everything);
    } catch (error) {
      if (isClosed) return;
      note.away(error);
      listener.disconnect(true);
    }
  });
  listener.on("message", (_channel, text) => {
    const told = parse(text);
    if (told && told.from !== from) push(told.event);
  });
  for (const connection of [speaker, listener]) {
    connection.on("error", (error) => !isClosed && note.away(error));
    connection.on("close", () => !isClosed && note.away());
  }
  const asking = setInterval(() => {
    if (listener.status !== "ready") return;
    listener.ping().catch(() => !isClosed && listener.disconnect(true));
  }, ASK_EVERY_MS);
  asking.unref();

  return {
    send: (event) => void send(event),
    close() {
      isClosed = true;
      clearInterval(asking);
      speaker.disconnect();
      listener.disconnect();
    },
  };
}

function connect(url: string): IORedis {
  return new (loadRedis())(url, {
    connectionName: "tenantry-live",
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // It subscribes itself, to know when it did.
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 50, RECONNECT_MS),
  });
}

/** One line in the log for each change. */
function createNotes(log: Logger) {
  let state: "unknown" | "there" | "away" = "unknown";
  return {
    there() {
      if (state === "there") return;
      state = "there";
      log.info("live changes: the instances tell each other");
    },
    away(error?: unknown) {
      if (state === "away") return;
      state = "away";
      const reason =
        error instanceof Error ? error.message : "it closed the connection";
      log.warn(
        { reason },
        "live changes: Redis does not answer, so each instance tells only its own pages",
      );
    },
  };
}

/** Whoever else speaks on the channel makes pages read anew, and no more. */
function parse(text: string): z.infer<typeof message> | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
