import type { Database } from "#server/kernel/db/client";
import type { FoundSession } from "./find-session";

const INTERVAL_MS = 5 * 60 * 1000;
const MAX_ENTRIES = 10_000;

/**
 * Returns a function that stores when and from which address a session was last used. It writes at most once in five
 * minutes for each session, because a write on every request would wait for the disk.
 */
export function createLastSeen({ client }: Database) {
  /** When this process last wrote, by session id. A replica shows the write only later. */
  const recorded = new Map<string, number>();

  return async (
    { id, lastSeenAt }: Pick<FoundSession, "id" | "lastSeenAt">,
    address: string,
  ): Promise<void> => {
    const now = Date.now();
    const isRecent = (at: number) => now - at < INTERVAL_MS;
    if (isRecent(lastSeenAt) || isRecent(recorded.get(id) ?? 0)) return;
    if (recorded.size >= MAX_ENTRIES) recorded.clear();
    recorded.set(id, now);
    try {
      await client.execute({
        sql: "update sessions set last_seen_at = ?, address = ? where id = ? and last_seen_at < ?",
        args: [now, address, id, now],
      });
    } catch {
      // A failed write is ignored, because reads must still work when the disk is full.
    }
  };
}
