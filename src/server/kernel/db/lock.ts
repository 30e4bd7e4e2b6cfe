import Database from "libsql";

/** The connections that hold a lock. This set keeps them from garbage collection, which would release their locks. */
const held = new Set<Database.Database>();

/**
 * Prevents a second server from using a local database file until `release()` or the end of this process. The operating
 * system holds the lock on `<path>-lock`, so a crash releases it. This process must not open that file, because closing
 * any handle of the file would release the lock.
 * @throws Error when another process, or this one, holds the lock
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
    throw new Error(messageFor(error, lockPath, path), { cause: error });
  }
}

function messageFor(error: unknown, lockPath: string, path: string): string {
  if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY")
    return `${path} is in use by another Tenantry server. Stop that server, or choose another database file.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `${lockPath} cannot be locked (${reason}). Its folder must exist and be writable.`;
}

/** Releases the lock by a rollback, because closing the connection takes effect only when garbage is collected. */
function release(lock: Database.Database): void {
  if (!held.delete(lock)) return;
  lock.exec("ROLLBACK");
  lock.close();
}
