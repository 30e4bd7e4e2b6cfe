import { join } from "node:path";
import { ConfigError } from "#server/kernel/config/config";
import { filePathOf } from "#server/kernel/db/file-path";
import { backUp } from "../operator/backup/back-up";
import { timeInName } from "../operator/backup/files";
import { manifestPath } from "../operator/backup/manifest";
import { restore as restoreFile } from "../operator/backup/restore";
import { print } from "./attempt";
import { readConfig } from "./environment";
import { withSharedDatabase } from "./with-database";

export async function backup({ file }: { file?: string }): Promise<void> {
  localFile();
  await withSharedDatabase(async (db) => {
    const now = new Date();
    const path = file ?? join("backups", `tenantry-${timeInName(now)}.db`);
    const { bytes, rows } = await backUp(db.client, path, now);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    print(
      `Backed up ${total} rows of ${Object.keys(rows).length} tables (${(bytes / 1e6).toFixed(1)} MB) to ${path}. Keep ${manifestPath(path)} beside it, and APP_SECRET in another place.`,
    );
  });
}

export async function restore({ file }: { file: string }): Promise<void> {
  const { manifest, former } = await restoreFile(file, localFile(), new Date());
  print(`Restored the backup of ${manifest.createdAt}.`);
  if (former) print(`The former database is kept as ${former}.`);
  print(
    "Start the server, run `tenantry audit verify`, and with Stripe also `tenantry billing resync`. Sessions and members that were removed after the backup are back: remove them again.",
  );
}

/** @throws ConfigError if the database is not a file on this machine */
function localFile(): string {
  const { url } = readConfig().database;
  const path = filePathOf(url);
  if (path !== undefined) return path;
  throw new ConfigError(
    `DATABASE_URL: ${new URL(url).host} makes its own backups. This command is for a database file on this machine.`,
  );
}
