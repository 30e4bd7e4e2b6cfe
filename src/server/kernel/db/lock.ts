import Database from "libsql";

/** Held here too, since a collected connection would let its lock go. */
const held = new Set<Database.Database>();

/**
 * Keeps a second server off a local database file, for as long as this process lives or until `release()`. The
 * lock is one of the operating system's on `<path>-lock`, so that a crash lets it go; the file itself remains.
 * Do not open that file in this process: closing any handle on it would drop the lock.
 *
 * @throws Error when another process, or this one, holds the lock already.
 */
export function lockDatabase(path: string): { release(): void } {
  const lock = acquire(`${path}-lock`, path);
  held.add(lock);
  return { release: () => release(lock) };
}

function acquire(lockPath: string, path: string): Database.Database {
  try {
    const lock = new Database(lockPath);
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    throw new Error(refusal(error, lockPath, path), { cause: error });
  }
}

function refusal(error: unknown, lockPath: string, path: string): string {
  if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY")
    return `${path} is in use by another Tenantry server: stop that one first, or choose another database file.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `${lockPath} cannot be locked (${reason}): make its folder exist and be writable.`;
}

/** The rollback lets the lock go at once; closing takes effect only when garbage is collected. */
function release(lock: Database.Database): void {
  if (!held.delete(lock)) return;
  lock.exec("ROLLBACK");
  lock.close();
}
