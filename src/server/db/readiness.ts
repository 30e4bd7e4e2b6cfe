import type { Database } from "./client";
import { inSharedTurns } from "./in-shared-turns";
import { isMigrated } from "./migrate";

/**
 * Whether the database answers and has the schema of this program. The schema is compared until it fits: migrations run
 * before a server starts. Callers that come together share one look at the database.
 */
export function createReadiness(
  db: Database,
  migrationsFolder: string,
): () => Promise<boolean> {
  let fits = false;
  const look = inSharedTurns(async () => {
    if (fits) await db.client.execute("select 1");
    else fits = await isMigrated(db, migrationsFolder);
    return fits;
  });
  return () => look().catch(() => false);
}
