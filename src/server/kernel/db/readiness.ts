import type { Database } from "./client";
import { coalesce } from "./coalesce";
import { isMigrated } from "./migrate";
import { withTimeout } from "./timeout";

/** Less than a load balancer waits. */
const PATIENCE_MS = 4_000;

/**
 * Whether the database answers and has the schema of this program. The schema is compared until it fits: migrations run
 * before a server starts. Callers that come together share one look at the database.
 */
export function createReadiness(
  db: Database,
  migrationsFolder: string,
  patienceMs = PATIENCE_MS,
): () => Promise<boolean> {
  let fits = false;
  const look = coalesce(async () => {
    if (fits) await db.client.execute("select 1");
    else fits = await isMigrated(db, migrationsFolder);
    return fits;
  });
  return () => withTimeout(patienceMs, look()).catch(() => false);
}
