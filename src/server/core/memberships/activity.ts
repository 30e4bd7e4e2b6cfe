import type { Logger } from "pino";
import type { Database } from "#server/kernel/db/client";

/** A stored activity is replaced by one that is at least this much later. */
const PRECISION_MS = 60 * 60 * 1000;
/** How long activities stay in memory at most. A process that is killed loses those of this time. */
const FLUSH_MS = 60_000;
const MAX_ENTRIES = 10_000;
/** How many members one batch updates, so that it does not delay other writes for long. */
const ROWS = 100;

// A member who has left meanwhile has no row any more.
const STORE = `update people set last_active_at = ?1
  where org_id = ?2 and id = (select id from memberships where org_id = ?2 and user_id = ?3)
    and last_active_at <= ?1 - ${PRECISION_MS}`;

interface Seen {
  orgId: string;
  userId: string;
  at: number;
}

/** Stores when members were last active, to the hour. */
export interface Activity {
  /** Notes that a member uses an organization now. The call does not wait for the database. */
  record(orgId: string, userId: string): void;
  /** Stores the activities that are in memory. */
  flush(): Promise<void>;
  /** Stores the activities, and stops to store them every minute. */
  stop(): Promise<void>;
}

export function createActivity({
  db: { client },
  log,
  now,
}: {
  db: Pick<Database, "client">;
  log: Logger;
  now: () => number;
}): Activity {
  /** When each member was last noted. */
  const noted = new Map<string, number>();
  let waiting: Seen[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const taken = waiting;
    waiting = [];
    if (taken.length === 0) return;
    try {
      for (let start = 0; start < taken.length; start += ROWS)
        await client.batch(
          taken.slice(start, start + ROWS).map(({ at, orgId, userId }) => ({
            sql: STORE,
            args: [at, orgId, userId],
          })),
          "write",
        );
    } catch (error) {
      log.warn({ err: error }, "the last activity of members was not stored");
      // The next calls of these members note them again.
      for (const seen of taken) noted.delete(nameOf(seen));
    }
  };

  return {
    record(orgId, userId) {
      const at = now();
      const name = nameOf({ orgId, userId });
      if (at - (noted.get(name) ?? 0) < PRECISION_MS) return;
      if (noted.size >= MAX_ENTRIES) noted.clear();
      noted.set(name, at);
      waiting.push({ orgId, userId, at });
      if (!isStopped) timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    flush,
    async stop() {
      isStopped = true;
      await flush();
    },
  };
}

function nameOf({ orgId, userId }: Pick<Seen, "orgId" | "userId">): string {
  return `${orgId} ${userId}`;
}
