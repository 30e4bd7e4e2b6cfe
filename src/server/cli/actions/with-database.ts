import { existsSync } from "node:fs";
import { type Config, ConfigError } from "#server/kernel/config/config";
import type { Dependencies } from "#server/rpc/context";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { filePathOf } from "#server/kernel/db/file-path";
import { createLog } from "#server/kernel/log";
import { withOwnSecret } from "#server/kernel/config/development-secret";
import { createServices } from "#server/dependencies";
import { readConfig } from "./environment";

/**
 * Opens the database for a command that may run beside the server. If the server uses a replica, the command opens the
 * primary instead.
 */
export async function withSharedDatabase(
  work: (db: Database, config: Config) => Promise<void>,
): Promise<void> {
  const config = withOwnSecret(readConfig());
  const { url } = config.database;
  const path = filePathOf(url);
  if (path !== undefined && !existsSync(path))
    throw new ConfigError(`DATABASE_URL: there is no database at ${url}`);
  const db = await openDatabase({ ...config.database, replica: undefined });
  try {
    await work(db, config);
  } finally {
    db.close();
  }
}

export async function withServices(
  config: Config,
  db: Database,
  work: (deps: Dependencies) => Promise<void>,
): Promise<void> {
  const { deps, outbox } = await createServices(config, db, createLog(config));
  try {
    await work(deps);
  } finally {
    await outbox.stop();
    deps.limits.close();
    deps.live.close();
  }
}
