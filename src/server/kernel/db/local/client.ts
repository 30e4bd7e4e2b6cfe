import {
  LibsqlError,
  type Client,
  type InArgs,
  type InStatement,
  type Replicated,
  type ResultSet,
  type Transaction,
  type TransactionMode,
} from "@libsql/client/sqlite3";
import type { AnyStatement } from "./arguments";
import { runAtomically } from "./batch";
import type { Changes, TrackedTable } from "./change-tracker";
import { Connection, type ConnectionOptions } from "./connection";
import { BatchQueue, canShareTransaction } from "./group";
import { onlyReads } from "./statement";
import { LocalTransaction } from "./transaction";

export interface LocalClientOptions {
  /** The path of a file, which is created when it is missing, or `:memory:`. */
  path: string;
  /** How long a call blocks this process while another process holds SQLite's lock, in milliseconds. Default: 0. */
  busyTimeoutMs?: number;
  /** How many prepared statements are kept. Default: 500. */
  maxStatements?: number;
}

/**
 * Opens a local database with one connection that keeps its prepared statements. The client returns the same results as
 * `@libsql/client` with `intMode: "number"`, except that it binds integers as INTEGER instead of REAL.
 * @throws LibsqlError `SQLITE_CANTOPEN` when the file cannot be opened or created.
 */
export function createLocalClient(options: LocalClientOptions): LocalClient {
  const { path, busyTimeoutMs = 0, maxStatements = 500 } = options;
  return new LocalClient({ path, busyTimeoutMs, maxStatements });
}

export class LocalClient implements Client {
  readonly protocol = "file";
  closed = false;
  readonly #options: ConnectionOptions;
  #connection: Connection;
  #queue: BatchQueue;
  #transaction: LocalTransaction | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#connection = new Connection(options);
    this.#queue = new BatchQueue(this.#connection);
  }

  async execute(
    statement: InStatement | string,
    args?: InArgs,
  ): Promise<ResultSet> {
    const sql = typeof statement === "string" ? statement : statement.sql;
    const connection = onlyReads(sql) ? this.#free() : this.#next();
    try {
      return connection.run(
        typeof statement === "string" ? [statement, args] : statement,
      );
    } finally {
      connection.settle();
    }
  }

  /**
   * Runs the statements in one transaction. Batches of the mode `write` that arrive in one turn of the event loop share
   * a transaction, unless they change the schema.
   */
  async batch(
    statements: AnyStatement[],
    mode: TransactionMode = "deferred",
  ): Promise<ResultSet[]> {
    if (mode !== "write" || !canShareTransaction(statements))
      return runAtomically(this.#next(), statements, mode);
    this.#free();
    return this.#queue.add(statements);
  }

  /**
   * Runs a batch while SQLite does not enforce foreign keys, because rebuilding a table needs that. Afterwards they are
   * always enforced again.
   */
  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    const connection = this.#next();
    connection.control("PRAGMA foreign_keys=off");
    try {
      return runAtomically(connection, statements, "deferred");
    } finally {
      connection.control("PRAGMA foreign_keys=on");
    }
  }

  /**
   * Begins an interactive transaction. It uses the only connection of this client, so every other call of the client
   * fails with `TRANSACTION_ACTIVE` until the transaction ends.
   */
  async transaction(mode: TransactionMode = "write"): Promise<Transaction> {
    const connection = this.#next();
    connection.begin(mode);
    return (this.#transaction = new LocalTransaction(connection));
  }

  async executeMultiple(sql: string): Promise<void> {
    const connection = this.#next();
    try {
      connection.runScript(sql);
    } finally {
      connection.settle();
    }
  }

  /**
   * Returns what has changed in these tables since the last call, in this process or in another one.
   * @param tables the same list in every call; new tables can be added at its end
   * @throws LibsqlError `SQLITE_ERROR` when a table does not exist
   */
  readChanges(tables: readonly TrackedTable[]): Changes {
    return this.#free().readChanges(tables);
  }

  async sync(): Promise<Replicated> {
    return this.#next().sync();
  }

  /**
   * Closes the database and opens it again. Afterwards the caller must set the PRAGMAs again, and a database in memory
   * is empty.
   */
  reconnect(): void {
    this.close();
    this.#connection = new Connection(this.#options);
    this.#queue = new BatchQueue(this.#connection);
    this.closed = false;
  }

  /**
   * Runs the waiting batches, rolls back an open transaction, and closes the database. The file itself is closed within
   * two turns of the event loop.
   */
  close(): void {
    this.closed = true;
    this.#queue.flush();
    this.#connection.close();
  }

  /** Returns the connection for a call that must not overtake the waiting batches. */
  #next(): Connection {
    const connection = this.#free();
    this.#queue.flush();
    return connection;
  }

  #free(): Connection {
    if (this.closed)
      throw new LibsqlError("The client is closed", "CLIENT_CLOSED");
    if (this.#transaction && !this.#transaction.closed)
      throw new LibsqlError(
        "An open transaction uses the only connection of this client. Commit it or roll it back first.",
        "TRANSACTION_ACTIVE",
      );
    this.#transaction = undefined;
    return this.#connection;
  }
}
