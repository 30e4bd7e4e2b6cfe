import type { Logger } from "pino";
import type { Config } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { LiveEvent } from "./event";
import { createHub, type Listener, type Subscription } from "./hub";
import { openChannel } from "./redis";

/** Who listens for changes, and who tells them. */
export interface Live {
  /** How many pages listen at this instance. */
  readonly size: number;
  /** Tells what a stored mutation has changed, here and at the other instances. */
  tell(work: UnitOfWork): void;
  /** @throws DomainError `RATE_LIMITED` or `BUSY` where too many listen already. */
  subscribe(listener: Listener): Subscription;
  /** Ends every subscription, and takes no more. */
  drain(): void;
  /** Lets go of Redis. */
  close(): void;
}

/** In this process; with Redis at every instance, and while Redis is away in this one. */
export function createLive(
  { redisUrl }: Pick<Config, "redisUrl">,
  db: Pick<Database, "refresh">,
  log: Logger,
  eventsOf: (work: UnitOfWork) => LiveEvent[],
): Live {
  const hub = createHub();
  const push = async (event: LiveEvent) => {
    // What another instance wrote may be on its way into this one's replica: whoever is told now would read the old.
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
