import type { Database } from "#server/kernel/db/client";
import { RESTORABLE_MS } from "./deletion";
import { markForPurge, purgeMarked } from "./purge";

/** Deletes organizations for good 30 days after their deletion, and continues what an interrupted run left. */
export async function purgeDeleted(
  { client }: Pick<Database, "client">,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const isExpired = { sql: "deleted_at <= ?", args: [now - RESTORABLE_MS] };
  await client.batch(markForPurge(isExpired, now), "write");
  await purgeMarked(client, signal);
}
