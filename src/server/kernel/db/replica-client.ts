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
  /** The file that the replica is kept in. */
  path: string;
  /** Its primary. */
  url: string;
  authToken?: string;
  /** A replica that has not synced for longer is not read, in milliseconds. */
  maxLagMs: number;
}

const SYNC_EVERY_MS = 1_000;
/** A primary that answered this recently is not asked again before a sync. */
const HEARD_MS = 100;
const PATIENCE_MS = 5_000;
const READ = /^\s*(select|pragma|explain|values)\b/i;

export interface ReplicaClient extends Client {
  readonly primary: Pick<Client, "execute">;
  /** Catches up with what other instances wrote. */
  refresh(): Promise<void>;
}

/**
 * Reads come from a file on this machine, writes go to the primary over HTTP. The native package would forward a
 * write by itself, but statement by statement, with the process standing still at each, and without saying which one
 * of a batch failed.
 */
export async function createReplicaClient({
  path,
  url,
  authToken,
  maxLagMs,
}: ReplicaOptions): Promise<ReplicaClient> {
  const primary = createRemoteClient({ url, authToken });
  const { ask, hear } = watch(primary);
  const replica = createClient({
    url: `file:${path}`,
    syncUrl: url,
    authToken,
    intMode: "number",
  });
  let currentAt = -Infinity;
  const sync = coalesce(async () => {
    await ask();
    const began = performance.now();
    const synced = await syncVisibly(replica).catch((error: unknown) => {
      throw new DatabaseUnavailable("The replica cannot sync.", false, error);
    });
    currentAt = began;
    return synced;
  });
  await sync();
  const timer = setInterval(() => void sync().catch(() => {}), SYNC_EVERY_MS);
  timer.unref();

  const requireCurrent = () => {
    const lag = performance.now() - currentAt;
    if (lag <= maxLagMs) return;
    const seconds = Math.floor(lag / 1000);
    const message = `The replica has not synced with its primary for ${seconds} s.`;
    throw new DatabaseUnavailable(message, false);
  };
  const read = async <T>(run: (client: Client) => Promise<T>): Promise<T> => {
    requireCurrent();
    return run(replica);
  };
  // A stored write is a success even if it cannot be read here yet. A refused write was refused because of rows that
  // cannot be read here yet.
  const write = async <T>(run: (client: Client) => Promise<T>): Promise<T> => {
    const answer = hear(run(primary));
    const [outcome] = await Promise.allSettled([answer]);
    if (
      outcome.status === "fulfilled" ||
      !findDatabaseUnavailable(outcome.reason)
    )
      await sync().catch(() => {});
    return answer;
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
      // Until it is collected a replica goes on asking its primary.
      collectSoon();
    },
  };
}

/** Syncs, and makes sure that what has arrived can be read. */
async function syncVisibly(replica: Client) {
  const before = await dataVersion(replica);
  const synced = await replica.sync();
  // Sometimes the native reader keeps its old snapshot for good: only a new connection sees what has arrived.
  if (
    synced &&
    synced.frames_synced > 0 &&
    (await dataVersion(replica)) === before
  )
    await replica.reconnect();
  return synced;
}

/** Changes with every change that another connection made, as a sync does, once this one can read it. */
async function dataVersion(replica: Client): Promise<number> {
  // The native package sends a plain pragma to the primary, and stops the process meanwhile.
  const sql = "select data_version from pragma_data_version";
  return Number((await replica.execute(sql)).rows[0]?.[0]);
}

/** Asks a primary whether it answers: a sync with one that does not stops the whole process for 3 seconds. */
function watch(primary: Client) {
  let heardAt = -Infinity;
  const hear = async <T>(answer: Promise<T>): Promise<T> => {
    const [outcome] = await Promise.allSettled([answer]);
    const hasAnswered =
      outcome.status === "fulfilled" ||
      !findDatabaseUnavailable(outcome.reason);
    heardAt = hasAnswered ? performance.now() : -Infinity;
    return answer;
  };
  const ask = async () => {
    if (performance.now() - heardAt < HEARD_MS) return;
    await hear(withTimeout(PATIENCE_MS, primary.execute("select 1")));
  };
  return { ask, hear };
}
