import type { Logger } from "pino";
import type { Config } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { LiveEvent } from "./event";
import { createHub, type Listener, type Subscription } from "./hub";
import { openChannel } from "./redis";

/** Reports changes to the open pages after the changes were stored. */
export interface Live {
  /** The number of streams that are open at this instance. */
  readonly size: number;
  /** Reports the changes of a stored mutation to the pages of all instances. */
  tell(work: UnitOfWork): void;
  /** @throws DomainError `RATE_LIMITED` or `BUSY` when there are too many streams */
  subscribe(listener: Listener): Subscription;
  /** Ends all subscriptions and refuses new ones. */
  drain(): void;
  /** Closes the connections to Redis. */
  close(): void;
}

/**
 * Reports changes to the pages of this process, and through Redis to the pages of all instances. While Redis is down,
 * only the pages of this process get the changes.
 */
export function createLive(
  { redisUrl }: Pick<Config, "redisUrl">,
  db: Pick<Database, "refresh">,
  log: Logger,
  eventsOf: (work: UnitOfWork) => LiveEvent[],
): Live {
  const hub = createHub();
  const push = async (event: LiveEvent) => {
    // The replica of this instance first fetches the write of the other instance. Otherwise pages would read old data.
    if (hub.size > 0) await db.refresh?.().catch(() => {});
    hub.deliver(event);
  };
  const channel = redisUrl
    ? openChannel(redisUrl, log, (event) => void push(event))
    : undefined;

  return {
    get size() {
      return hub.size;
    },
    tell(work) {
      if (hub.size === 0 && !channel) return;
      for (const event of eventsOf(work)) {
        hub.deliver(event);
        channel?.send(event);
      }
    },
    subscribe: hub.subscribe,
    drain: hub.close,
    close() {
      hub.close();
      channel?.close();
    },
  };
}
