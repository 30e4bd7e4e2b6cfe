import type { Database } from "#server/kernel/db/client";
import type { FoundSession } from "./find-session";

const SEEN_EVERY_MS = 5 * 60 * 1000;
const KEPT = 10_000;

/**
 * Notes when and from where a session was last used. Not on every request, since each would wait for the disk: of many
 * that come at once after a pause, one writes.
 */
export function createNoteUse({ client }: Database) {
  /** When this process last wrote, by session: a replica learns of it later. */
  const noted = new Map<string, number>();

  return async (
    { id, lastSeenAt }: Pick<FoundSession, "id" | "lastSeenAt">,
    address: string,
  ): Promise<void> => {
    const now = Date.now();
    const isNoted = (at: number) => now - at < SEEN_EVERY_MS;
    if (isNoted(lastSeenAt) || isNoted(noted.get(id) ?? 0)) return;
    if (noted.size >= KEPT) noted.clear();
    noted.set(id, now);
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
