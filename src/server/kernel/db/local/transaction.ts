import {
  LibsqlError,
  type InStatement,
  type ResultSet,
  type Transaction,
} from "@libsql/client/sqlite3";
import { runInOrder } from "./batch";
import type { Connection } from "./connection";

/** An interactive transaction. It uses the only connection of its client until it ends. */
export class LocalTransaction implements Transaction {
  readonly #connection: Connection;
  #isSettled = false;

  /** @param connection a connection on which a transaction has just begun */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether the transaction has ended. SQLite may also have ended it, by a conflict rule or a `COMMIT` statement. */
  get closed(): boolean {
    this.#isSettled ||= !this.#connection.inTransaction;
    return this.#isSettled;
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    return this.#open().run(statement);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return runInOrder(this.#open(), statements);
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#open().runScript(sql);
  }

  async commit(): Promise<void> {
    const connection = this.#open();
    try {
      connection.control("COMMIT");
    } finally {
      this.close();
    }
  }

  async rollback(): Promise<void> {
    this.close();
  }

  close(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#connection.settle();
  }

  #open(): Connection {
    if (!this.closed) return this.#connection;
    throw new LibsqlError("The transaction is closed", "TRANSACTION_CLOSED");
  }
}
