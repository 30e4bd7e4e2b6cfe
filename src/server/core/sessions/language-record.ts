import type { Language } from "#shared/languages";
import type { Database } from "#server/kernel/db/client";
import type { FoundSession } from "./find-session";

const INTERVAL_MS = 60 * 1000;
const MAX_ENTRIES = 10_000;

/**
 * Returns a function that stores the language of the web app for a user, if it has changed. It writes at most once in a
 * minute for each user, because two devices with different languages would otherwise write on every request.
 */
export function createLanguageRecord({ client }: Database) {
  /** When this process last wrote, by user id. A replica shows the write only later. */
  const recorded = new Map<string, number>();

  return async (
    { userId, language }: Pick<FoundSession, "userId" | "language">,
    current: Language,
  ): Promise<void> => {
    const now = Date.now();
    if (language === current) return;
    if (now - (recorded.get(userId) ?? 0) < INTERVAL_MS) return;
    if (recorded.size >= MAX_ENTRIES) recorded.clear();
    recorded.set(userId, now);
    try {
      await client.execute({
        sql: "update users set language = ? where id = ?",
        args: [current, userId],
      });
    } catch {
      // A failed write is ignored, because reads must still work when the disk is full.
    }
  };
}
