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
import { collectSoon } from "./local/collect";
import { createRemoteClient } from "./remote-client";
import { withTimeout } from "./timeout";

interface ReplicaOptions {
  /** The file of the replica. */
  path: string;
  /** The primary. */
  url: string;
  authToken?: string;
  /** A replica that has not synced for longer is not read, in milliseconds. */
  maxLagMs: number;
}

const SYNC_EVERY_MS = 1_000;
/** A primary that responded this recently is not checked before a sync. */
const RECENT_MS = 100;
const CHECK_TIMEOUT_MS = 5_000;
const READ = /^\s*(select|pragma|explain|values)\b/i;

export interface ReplicaClient extends Client {
  readonly primary: Pick<Client, "execute">;
  /** Fetches what other instances wrote. */
  refresh(): Promise<void>;
}

/**
 * A client that reads from a local file and writes to the primary over HTTP. The native package could forward writes, but
 * one statement at a time, blocking the process, and without the index of the statement that failed.
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
  // A write is stored even if the sync after it fails. A refused write is synced too: the rows that refused it may not be
  // in the replica yet.
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
      // A replica calls its primary until it is collected.
      collectSoon();
    },
  };
}

/** Syncs, and ensures that the new rows can be read. */
async function syncVisibly(replica: Client) {
  const before = await dataVersion(replica);
  const synced = await replica.sync();
  // Sometimes the native reader keeps its old snapshot, and only a new connection reads the new rows.
  if (
    synced &&
    synced.frames_synced > 0 &&
    (await dataVersion(replica)) === before
  )
    await replica.reconnect();
  return synced;
}

/** A number that changes when this connection can read what another connection wrote, such as a sync. */
async function dataVersion(replica: Client): Promise<number> {
  // The native package sends a plain PRAGMA to the primary and blocks the process.
  const sql = "select data_version from pragma_data_version";
  return Number((await replica.execute(sql)).rows[0]?.[0]);
}

/** Checks that the primary responds: a sync with a primary that does not blocks the whole process for 3 seconds. */
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
