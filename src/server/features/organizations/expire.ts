import type { Database } from "#server/kernel/db/client";
import { RESTORABLE_MS } from "./deletion";
import { markForPurge, purgeMarked } from "./purge";

/**
 * Removes for good every organization that was deleted 30 days ago and that nobody restored, and what an earlier run
 * left of others.
 */
export async function purgeDeleted(
  { client }: Pick<Database, "client">,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const isOver = { sql: "deleted_at <= ?", args: [now - RESTORABLE_MS] };
  await client.batch(markForPurge(isOver, now), "write");
  await purgeMarked(client, signal);
}
