import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client";
import { coalesce } from "./coalesce";
import {
  DatabaseUnavailable,
  findDatabaseUnavailable,
} from "./database-unavailable";
import { finalizeSoon } from "./local/finalize";
import { createRemoteClient } from "./remote-client";
import { withTimeout } from "./timeout";

interface ReplicaOptions {
  /** The path of the replica's database file. */
  path: string;
  /** The URL of the primary database. */
  url: string;
  authToken?: string;
  /** The maximum time since the last sync of the replica, in milliseconds. An older replica is not read. */
  maxLagMs: number;
}

const SYNC_EVERY_MS = 1_000;
/**
 * A sync first checks that the primary responds, unless the primary has responded within this number of milliseconds.
 */
const RECENT_MS = 100;
const CHECK_TIMEOUT_MS = 5_000;
const READ = /^\s*(select|pragma|explain|values)\b/i;

export interface ReplicaClient extends Client {
  readonly primary: Pick<Client, "execute">;
  /** Fetches what other instances wrote into the replica. */
  refresh(): Promise<void>;
}

/**
 * Creates a client that reads from a local replica file and writes to the primary over HTTP. The native package
 * `libsql` could forward writes itself, but only one statement at a time, and each of them would block the process.
 */
export async function createReplicaClient({
  path,
  url,
  authToken,
  maxLagMs,
}: ReplicaOptions): Promise<ReplicaClient> {
  const primary = createRemoteClient({ url, authToken });
  const { ensureReachable, observe } = watch(primary);
  const replica = createClient({
    url: `file:${path}`,
    syncUrl: url,
    authToken,
    intMode: "number",
  });
  let syncedAt = -Infinity;
  const sync = coalesce(async () => {
    await ensureReachable();
    const began = performance.now();
    const synced = await syncVisibly(replica).catch((error: unknown) => {
      throw new DatabaseUnavailable(
        "The replica cannot sync with its primary.",
        false,
        error,
      );
    });
    syncedAt = began;
    return synced;
  });
  await sync();
  const timer = setInterval(() => void sync().catch(() => {}), SYNC_EVERY_MS);
  timer.unref();

  const requireCurrent = () => {
    const lag = performance.now() - syncedAt;
    if (lag <= maxLagMs) return;
    const seconds = Math.floor(lag / 1000);
    const message = `The replica has not synced with its primary for ${seconds} s.`;
    throw new DatabaseUnavailable(message, false);
  };
  const read = async <T>(run: (client: Client) => Promise<T>): Promise<T> => {
    requireCurrent();
    return run(replica);
  };
  // A write is stored even if the sync after it fails. The replica also syncs after a refused write, because it may not
  // yet have the rows that caused the refusal.
  const write = async <T>(run: (client: Client) => Promise<T>): Promise<T> => {
    const response = observe(run(primary));
    const [outcome] = await Promise.allSettled([response]);
    if (
      outcome.status === "fulfilled" ||
      !findDatabaseUnavailable(outcome.reason)
    )
      await sync().catch(() => {});
    return response;
  };
  const execute = (statement: InStatement | string, args?: InArgs) => {
    const sql = typeof statement === "string" ? statement : statement.sql;
    const run = (client: Client): Promise<ResultSet> =>
      typeof statement === "string"
        ? client.execute(statement, args)
        : client.execute(statement);
    return READ.test(sql) ? read(run) : write(run);
  };
  return {
    primary,
    protocol: "file",
    get closed() {
      return primary.closed;
    },
    execute,
    batch: (statements, mode) =>
      mode === "read"
        ? read((client) => client.batch(statements, mode))
        : write((client) => client.batch(statements, mode)),
    migrate: (statements) => write((client) => client.migrate(statements)),
    executeMultiple: (sql) => write((client) => client.executeMultiple(sql)),
    transaction: (mode?: TransactionMode) => primary.transaction(mode),
    sync,
    async refresh() {
      await sync();
    },
    reconnect: () => primary.reconnect(),
    close() {
      clearInterval(timer);
      primary.close();
      replica.close();
      // A closed replica still calls its primary until the replica is garbage-collected.
      finalizeSoon();
    },
  };
}

/** Syncs the replica, and ensures that the new rows can be read from it. */
async function syncVisibly(replica: Client) {
  const before = await dataVersion(replica);
  const synced = await replica.sync();
  // Sometimes the connection keeps its old snapshot after a sync. Then only a new connection can read the new rows.
  if (
    synced &&
    synced.frames_synced > 0 &&
    (await dataVersion(replica)) === before
  )
    await replica.reconnect();
  return synced;
}

/**
 * Returns a number that changes when this connection can read new rows of another connection, such as those of a sync.
 */
async function dataVersion(replica: Client): Promise<number> {
  // The native package `libsql` would send a plain PRAGMA to the primary and block the process, so the query uses a
  // table function.
  const sql = "select data_version from pragma_data_version";
  return Number((await replica.execute(sql)).rows[0]?.[0]);
}

/**
 * Checks before a sync that the primary responds, because a sync without a response blocks the whole process for 3
 * seconds.
 */
function watch(primary: Client) {
  let respondedAt = -Infinity;
  const observe = async <T>(response: Promise<T>): Promise<T> => {
    const [outcome] = await Promise.allSettled([response]);
    const hasResponded =
      outcome.status === "fulfilled" ||
      !findDatabaseUnavailable(outcome.reason);
    respondedAt = hasResponded ? performance.now() : -Infinity;
    return response;
  };
  const ensureReachable = async () => {
    if (performance.now() - respondedAt < RECENT_MS) return;
    await observe(withTimeout(CHECK_TIMEOUT_MS, primary.execute("select 1")));
  };
  return { ensureReachable, observe };
}
