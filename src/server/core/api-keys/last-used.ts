import type { Database } from "#server/kernel/db/client";

const INTERVAL_MS = 60 * 1000;
const MAX_ENTRIES = 10_000;

/**
 * Returns a function that stores when an API key was last used. It writes at most once in a minute for each key, and the
 * request does not wait for the write.
 */
export function createLastUsed({ client }: Database) {
  /** When this process last wrote, by key id. A replica shows the write only later. */
  const recorded = new Map<string, number>();

  return (
    { id, lastUsedAt }: { id: string; lastUsedAt: number | null },
    now: number,
  ): void => {
    const isRecent = (at: number) => now - at < INTERVAL_MS;
    if (isRecent(lastUsedAt ?? 0) || isRecent(recorded.get(id) ?? 0)) return;
    if (recorded.size >= MAX_ENTRIES) recorded.clear();
    recorded.set(id, now);
    // A failed write is ignored, because reads must still work when the disk is full.
    client
      .execute({
        sql: "update api_keys set last_used_at = ?1 where id = ?2 and coalesce(last_used_at, 0) < ?1",
        args: [now, id],
      })
      .catch(() => {});
  };
}
