import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  LibsqlError,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client";
import { collectSoon } from "./local/collect";

interface ReplicaOptions {
  /** The file that the replica is kept in. */
  path: string;
  /** Its primary. */
  url: string;
  authToken?: string;
}

/** How far a replica may be behind when it is only read. */
const LAG_MS = 1_000;
const READ = /^\s*(select|pragma|explain|values)\b/i;

export interface ReplicaClient extends Client {
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
}: ReplicaOptions): Promise<ReplicaClient> {
  const intMode = "number";
  const primary = createClient({ url, authToken, intMode });
  const replica = createClient({
    url: `file:${path}`,
    syncUrl: url,
    authToken,
    intMode,
  });
  // Changes with every change that another connection made, as a sync does, once this one can read it.
  const dataVersion = async () =>
    Number((await replica.execute("pragma data_version")).rows[0]?.[0]);
  const sync = inTurns(async () => {
    const before = await dataVersion();
    const synced = await replica.sync();
    // Now and then the native reader stays where it was, for good: only a new connection sees what has arrived.
    if (synced && synced.frames_synced > 0 && (await dataVersion()) === before)
      await replica.reconnect();
    return synced;
  });
  await sync();
  const timer = setInterval(() => void sync().catch(() => {}), LAG_MS);
  timer.unref();

  // What is stored is so whether or not it can be read here at once; and what was refused, was refused for something
  // that cannot be read here yet.
  const caughtUp = async <T>(write: Promise<T>): Promise<T> => {
    const [outcome] = await Promise.allSettled([write]);
    const hasAnswered =
      outcome.status === "fulfilled" || outcome.reason instanceof LibsqlError;
    if (hasAnswered) await sync().catch(() => {});
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };
  const runs = (statement: InStatement | string, args?: InArgs) => {
    const sql = typeof statement === "string" ? statement : statement.sql;
    const run = (client: Client): Promise<ResultSet> =>
      typeof statement === "string"
        ? client.execute(statement, args)
        : client.execute(statement);
    return READ.test(sql) ? run(replica) : caughtUp(run(primary));
  };
  return {
    protocol: "file",
    get closed() {
      return primary.closed;
    },
    execute: runs,
    batch: (statements, mode) =>
      mode === "read"
        ? replica.batch(statements, mode)
        : caughtUp(primary.batch(statements, mode)),
    migrate: (statements) => caughtUp(primary.migrate(statements)),
    executeMultiple: (sql) => caughtUp(primary.executeMultiple(sql)),
    transaction: (mode?: TransactionMode) => primary.transaction(mode),
    sync,
    async refresh() {
      // Syncing blocks the process for seconds when the primary is down, asking it does not.
      await primary.execute("select 1");
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

/**
 * One after another: a sync that begins while another is under way, as the native interval's would be, may end before
 * what it was to bring can be read.
 */
function inTurns<T>(task: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const turn = last.catch(() => {}).then(task);
    last = turn;
    return turn;
  };
}
