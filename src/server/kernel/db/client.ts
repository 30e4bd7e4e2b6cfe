import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Client } from "@libsql/client";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
// The entry `drizzle-orm/libsql` loads every transport of libSQL, most of which an installation never uses.
import { drizzle } from "drizzle-orm/libsql/sqlite3";
import { type CallTimes, createCallTimes } from "./call-times";
import { filePathOf } from "./file-path";
import { createLocalClient } from "./local/client";
import { lockDatabase } from "./lock";
import { RowCache } from "./row-cache";

export type Drizzle = LibSQLDatabase<Record<string, never>> & {
  $client: Client;
};

/** Access to the rows of all organizations. Procedures of an organization get a `TenantDb` instead. */
export interface Database {
  readonly client: Client;
  readonly drizzle: Drizzle;
  /** Caches rows that every request reads; only for a local file. Other databases are read each time. */
  readonly rowCache?: RowCache;
  /** How long the calls take; only if the options ask for it. */
  readonly callTimes?: CallTimes;
  /** Whether this process holds the lock of the database file, so that no other server uses the database. */
  readonly isExclusive: boolean;
  /**
   * Fetches what other instances wrote; only for an embedded replica.
   * @throws DatabaseUnavailable when the primary does not respond
   */
  refresh?(): Promise<void>;
  /** The primary database, for the few reads that must not be out of date; only with an embedded replica. */
  readonly primary?: Pick<Client, "execute">;
  close(): void;
}

export interface ReplicaSettings {
  /** The path of the replica's database file. */
  path: string;
  /** The maximum time since the last sync of the replica, in milliseconds. An older replica is not read. */
  maxLagMs: number;
}

export interface DatabaseOptions {
  /** `file:./data/tenantry.db`, `libsql://…`, `http://…` */
  url: string;
  authToken?: string;
  /** An embedded replica for local reads; only with a remote URL. */
  replica?: ReplicaSettings;
  synchronous?: "FULL" | "NORMAL";
  /** Whether to take the lock that prevents a second server from using the local file or the file of the replica. */
  exclusive?: boolean;
  /** Whether to measure how long each call takes. */
  measuresCalls?: boolean;
  /** Wraps the database client. Measurements and tests of race conditions use it. */
  intercept?: (client: Client) => Client;
}

export async function openDatabase(
  options: DatabaseOptions,
): Promise<Database> {
  const path = filePathOf(options.url);
  if (path !== undefined) return openFile(options, path);
  if (options.replica) return openReplica(options, options.replica);
  const { url, authToken } = options;
  const { createRemoteClient } = await import("./remote-client");
  const client = createRemoteClient({ url, authToken });
  return toDatabase(options, client, () => client.close());
}

async function openReplica(
  options: DatabaseOptions,
  replica: ReplicaSettings,
): Promise<Database> {
  const { path } = replica;
  mkdirSync(dirname(path), { recursive: true });
  const lock = options.exclusive ? lockDatabase(path) : undefined;
  const { url, authToken } = options;
  const { createReplicaClient } = await import("./replica-client");
  const client = await createReplicaClient({ ...replica, url, authToken });
  const database = toDatabase(options, client, () => {
    client.close();
    lock?.release();
  });
  const { primary } = client;
  return { ...database, primary, refresh: () => client.refresh() };
}

async function openFile(
  options: DatabaseOptions,
  path: string,
): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const lock = options.exclusive ? lockDatabase(path) : undefined;
  const client = createLocalClient({ path, busyTimeoutMs: 5000 });
  await setPragmas(client, options.synchronous ?? "FULL");
  const database = toDatabase(options, client, () => {
    client.close();
    lock?.release();
  });
  const rowCache = new RowCache((tables) => client.readChanges(tables));
  return { ...database, rowCache };
}

function toDatabase(
  options: DatabaseOptions,
  driver: Client,
  close: () => void,
): Database {
  const { intercept = (client: Client) => client } = options;
  const callTimes = options.measuresCalls ? createCallTimes() : undefined;
  const measured = callTimes ? callTimes.measure(driver) : driver;
  const client = intercept(measured);
  const isExclusive =
    filePathOf(options.url) !== undefined && !!options.exclusive;
  return {
    client,
    drizzle: drizzle({ client }),
    callTimes,
    isExclusive,
    close,
  };
}

/**
 * Sets the PRAGMAs of the connection. SQLite reports no error when it does not accept some of them, so each is read
 * back.
 */
async function setPragmas(
  client: Client,
  synchronous: "FULL" | "NORMAL",
): Promise<void> {
  const wanted = {
    journal_mode: ["WAL", "wal"],
    foreign_keys: ["ON", "1"],
    synchronous: [synchronous, synchronous === "FULL" ? "2" : "1"],
    temp_store: ["MEMORY", "2"],
  } as const;
  for (const [pragma, [value, expected]] of Object.entries(wanted)) {
    await client.execute(`pragma ${pragma} = ${value}`);
    const { rows } = await client.execute(`pragma ${pragma}`);
    const actual = String(rows[0]?.[0]);
    if (actual !== expected)
      throw new Error(
        `SQLite has set ${pragma} to ${actual} instead of ${expected}.`,
      );
  }
}
