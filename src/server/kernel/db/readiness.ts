import type { Database } from "./client";
import { coalesce } from "./coalesce";
import { isMigrated } from "./migrate";
import { withTimeout } from "./timeout";

/** How long a check of the database may take. A load balancer usually waits longer than this. */
const TIMEOUT_MS = 4_000;

/**
 * Returns a function that checks whether the database responds and has the schema of this program. The schema is
 * compared until it matches once, and concurrent calls share a check.
 */
export function createReadiness(
  db: Database,
  migrationsFolder: string,
  timeoutMs = TIMEOUT_MS,
): () => Promise<boolean> {
  let isSchemaCurrent = false;
  const check = coalesce(async () => {
    if (isSchemaCurrent) await db.client.execute("select 1");
    else isSchemaCurrent = await isMigrated(db, migrationsFolder);
    return isSchemaCurrent;
  });
  return () => withTimeout(timeoutMs, check()).catch(() => false);
}
