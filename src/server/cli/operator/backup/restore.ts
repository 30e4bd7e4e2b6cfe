import { existsSync } from "node:fs";
import {
  chmod,
  constants,
  copyFile,
  link,
  mkdir,
  rename,
  rm,
} from "node:fs/promises";
import { dirname } from "node:path";
import { lockDatabase } from "#server/kernel/db/lock";
import { faultsOf, withFile } from "./check";
import { sync, syncFolder, timeInName } from "./files";
import { type Manifest, readManifest, refuseOtherMigrations } from "./manifest";

interface Restored {
  manifest: Manifest;
  /** The path under which the former database is kept; undefined if there was none. */
  former: string | undefined;
}

/**
 * Puts a backup in the place of a database file. Everything that can fail is done with a copy, which then replaces the
 * file in one step. The former database is kept beside it.
 * @throws Error if a server uses the database, or if the backup is damaged or of a newer version
 */
export async function restore(
  backup: string,
  path: string,
  now: Date,
): Promise<Restored> {
  const manifest = await readManifest(backup);
  refuseOtherMigrations(manifest);
  await mkdir(dirname(path), { recursive: true });
  const lock = lockDatabase(path);
  const draft = `${path}.incomplete`;
  try {
    await rm(draft, { force: true });
    await copyFile(backup, draft);
    await chmod(draft, 0o600);
    await refuseFaults(draft);
    await sync(draft);
    const former = await keepFormer(path, now);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return { manifest, former };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    lock.release();
  }
}

async function refuseFaults(path: string): Promise<void> {
  const faults = await withFile(path, faultsOf);
  if (faults.length > 0)
    throw new Error(`The backup has faults: ${faults.join("; ")}.`);
}

/**
 * Gives the present database a second name, and removes its write-ahead log: SQLite would apply the log to the restored
 * database.
 */
async function keepFormer(
  path: string,
  now: Date,
): Promise<string | undefined> {
  const wal = `${path}-wal`;
  if (!existsSync(path)) {
    await rm(wal, { force: true });
    return undefined;
  }
  const former = `${path}.before-${timeInName(now)}`;
  const isComplete = await writeLogInto(path);
  await linkOrCopy(path, former);
  // If SQLite cannot write the log into a damaged database, the log is kept beside the former database.
  if (!isComplete && existsSync(wal)) await copyFile(wal, `${former}-wal`);
  await syncFolder(dirname(path));
  await rm(wal, { force: true });
  await rm(`${path}-shm`, { force: true });
  return former;
}

/** Some file systems have no hard links. */
async function linkOrCopy(path: string, name: string): Promise<void> {
  await link(path, name).catch(() =>
    copyFile(path, name, constants.COPYFILE_EXCL),
  );
}

async function writeLogInto(path: string): Promise<boolean> {
  try {
    return await withFile(path, async (client) => {
      const { rows } = await client.execute("pragma wal_checkpoint(truncate)");
      return rows[0]?.[0] === 0;
    });
  } catch {
    return false;
  }
}
