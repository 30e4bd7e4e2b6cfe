import type { Database } from "#server/kernel/db/client";
import type { FoundSession } from "./find-session";

const INTERVAL_MS = 5 * 60 * 1000;
const MAX_ENTRIES = 10_000;

/**
 * Notes when and from where a session was last used. Not on every request, since each would wait for the disk: of many
 * that come at once after a pause, one writes.
 */
export function createLastSeen({ client }: Database) {
  /** When this process last wrote, by session: a replica learns of it later. */
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
      // A full disk keeps nobody from reading: what has to be written says itself that it could not be.
    }
  };
}
