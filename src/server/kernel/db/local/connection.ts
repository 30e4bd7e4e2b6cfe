import {
  LibsqlError,
  type Replicated,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client";
import Database from "libsql";
import {
  argsOf,
  sqlOf,
  toBindable,
  type AnyStatement,
  type Named,
  type Positional,
} from "./arguments";
import { toLibsqlError } from "./errors";
import { StatementCache } from "./statement-cache";
import { collectSoon } from "./collect";

export interface ConnectionOptions {
  path: string;
  busyTimeoutMs: number;
  maxStatements: number;
}

const BEGIN: Record<TransactionMode, string> = {
  write: "BEGIN IMMEDIATE",
  read: "BEGIN TRANSACTION READONLY",
  deferred: "BEGIN DEFERRED",
};

/** One native connection and its kept statements. Every call runs to its end before it returns. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements: StatementCache;
  #changedSchema = false;

  constructor(options: ConnectionOptions) {
    this.#database = open(options);
    this.#statements = new StatementCache(
      this.#database,
      options.maxStatements,
    );
  }

  /** Asking a closed native connection would abort the process. */
  get inTransaction(): boolean {
    return this.#database.open && this.#database.inTransaction;
  }

  run(statement: AnyStatement): ResultSet {
    const args = toBindable(argsOf(statement));
    try {
      return this.#runPrepared(sqlOf(statement), args);
    } catch (error) {
      throw toLibsqlError(error);
    }
  }

  /** Runs all statements of a text, without a transaction of its own. */
  runScript(sql: string): void {
    try {
      this.control(sql);
    } finally {
      this.#forgetStatements();
    }
  }

  begin(mode: TransactionMode): void {
    const sql = BEGIN[mode];
    if (sql === undefined)
      throw new RangeError(
        'Unknown transaction mode, supported values are "write", "read" and "deferred"',
      );
    this.control(sql);
  }

  /** Runs what binds nothing and returns nothing, such as `COMMIT`. */
  control(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw toLibsqlError(error);
    }
  }

  /** Rolls back what is still open, so that the next caller never inherits a transaction. */
  settle(): void {
    if (this.inTransaction) this.control("ROLLBACK");
    if (!this.#changedSchema) return;
    this.#changedSchema = false;
    this.#statements.forget();
  }

  /** Fails as the native package does: only an embedded replica has something to sync with. */
  sync(): Replicated {
    return this.#database.sync();
  }

  /**
   * Rolls back, writes the log into the file and lets go of it. The native package closes the file only when
   * the last statement has been collected: without the rollback its locks would stay until then, and a process
   * that ends before leaves its changes in the log.
   */
  close(): void {
    if (!this.#database.open) return;
    try {
      this.settle();
      this.control("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // A full disk must not keep the client from closing; the log is read again on the next open.
    }
    this.#statements.forget();
    this.#database.close();
    collectSoon();
  }

  #runPrepared(sql: string, args: Positional | Named): ResultSet {
    const statement = this.#statements.find(sql, !Array.isArray(args));
    try {
      return statement.run(args);
    } finally {
      if (statement.mayChangeSchema) this.#forgetStatements();
    }
  }

  /** A rollback would bring the former schema back, so an open transaction forgets again when it ends. */
  #forgetStatements(): void {
    this.#statements.forget();
    this.#changedSchema = this.inTransaction;
  }
}

function open({ path, busyTimeoutMs }: ConnectionOptions): Database.Database {
  try {
    return new Database(path, { timeout: busyTimeoutMs });
  } catch (error) {
    throw new LibsqlError(
      `the database ${path} cannot be opened`,
      "SQLITE_CANTOPEN",
      undefined,
      undefined,
      error instanceof Error ? error : undefined,
    );
  }
}
