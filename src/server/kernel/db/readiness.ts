import type { Database } from "./client";
import { coalesce } from "./coalesce";
import { isMigrated } from "./migrate";
import { withTimeout } from "./timeout";

/** Less than the timeout of a load balancer. */
const TIMEOUT_MS = 4_000;

/**
 * Returns a function that checks whether the database responds and has the schema of this program. Once the schema
 * matches it is not compared again. Concurrent calls share one check.
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
