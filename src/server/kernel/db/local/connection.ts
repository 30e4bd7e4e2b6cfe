import {
  LibsqlError,
  type Replicated,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client/sqlite3";
import Database from "libsql";
import {
  argsOf,
  sqlOf,
  toBindable,
  type AnyStatement,
  type Named,
  type Positional,
} from "./arguments";
import {
  ChangeTracker,
  type Changes,
  type TrackedTable,
} from "./change-tracker";
import { toLibsqlError } from "./errors";
import { StatementCache } from "./statement-cache";
import { finalizeTogether } from "./finalize";

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

/** One connection of the native package `libsql`, with its prepared statements. Every call is synchronous. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements: StatementCache;
  #tracker: ChangeTracker | undefined;
  #hasChangedSchema = false;

  constructor(options: ConnectionOptions) {
    this.#database = open(options);
    this.#statements = new StatementCache(
      this.#database,
      options.maxStatements,
    );
  }

  /**
   * Checks first whether the connection is open, because reading `inTransaction` of a closed native connection aborts
   * the process.
   */
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

  /** Runs all statements of an SQL text, without a transaction around them. */
  runScript(sql: string): void {
    try {
      this.control(sql);
    } finally {
      this.#tracker?.noteWrite();
      this.#forgetStatements();
    }
  }

  /**
   * Returns what has changed in these tables since the last call. The first call, and the first one with more tables,
   * creates temporary triggers.
   */
  readChanges(tables: readonly TrackedTable[]): Changes {
    this.#tracker ??= new ChangeTracker(this.#database);
    return this.#tracker.read(tables);
  }

  begin(mode: TransactionMode): void {
    const sql = BEGIN[mode];
    if (sql === undefined)
      throw new RangeError(
        'Unknown transaction mode, supported values are "write", "read" and "deferred"',
      );
    this.control(sql);
  }

  /** Runs a statement that has no arguments and no result, such as `COMMIT`. */
  control(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw toLibsqlError(error);
    }
  }

  /** Rolls back an open transaction, so that the next caller does not continue it. */
  settle(): void {
    if (this.inTransaction) this.control("ROLLBACK");
    if (!this.#hasChangedSchema) return;
    this.#hasChangedSchema = false;
    this.#statements.forget();
    this.#tracker?.noteSchemaChange();
  }

  /** Always fails, because only an embedded replica has a primary database to sync with. */
  sync(): Replicated {
    return this.#database.sync();
  }

  /**
   * Rolls back an open transaction, writes the write-ahead log into the database file, and closes the connection. The
   * first two steps cannot wait, because the native package `libsql` keeps the file open until its last statement is
   * garbage-collected.
   */
  close(): void {
    if (!this.#database.open) return;
    try {
      this.settle();
      this.control("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // A full disk must not prevent closing. The next connection reads the write-ahead log if it was not written into
      // the file.
    }
    this.#statements.forget();
    this.#database.close();
    finalizeTogether();
  }

  #runPrepared(sql: string, args: Positional | Named): ResultSet {
    const statement = this.#statements.find(sql, !Array.isArray(args));
    try {
      return statement.run(args);
    } finally {
      if (statement.mayWrite) this.#tracker?.noteWrite();
      if (statement.mayChangeSchema) this.#forgetStatements();
    }
  }

  /**
   * Drops the prepared statements after a change of the schema. They are dropped again when an open transaction ends,
   * because a rollback restores the former schema.
   */
  #forgetStatements(): void {
    this.#statements.forget();
    this.#tracker?.noteSchemaChange();
    this.#hasChangedSchema = this.inTransaction;
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
