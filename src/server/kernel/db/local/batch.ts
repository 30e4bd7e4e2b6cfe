import {
  LibsqlBatchError,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client/sqlite3";
import type { AnyStatement } from "./arguments";
import type { Connection } from "./connection";
import { atStatement } from "./errors";

/** Runs the statements in one transaction: all of them are committed, or none. */
export function runAtomically(
  connection: Connection,
  statements: readonly AnyStatement[],
  mode: TransactionMode,
): ResultSet[] {
  connection.begin(mode);
  try {
    const results = runInOrder(connection, statements);
    connection.control("COMMIT");
    return results;
  } finally {
    connection.settle();
  }
}

/** Runs the statements in the open transaction, until one fails. */
export function runInOrder(
  connection: Connection,
  statements: readonly AnyStatement[],
): ResultSet[] {
  return statements.map((statement, index) => {
    try {
      assertInTransaction(connection, index);
      return connection.run(statement);
    } catch (error) {
      throw atStatement(error, index);
    }
  });
}

/**
 * Fails if an earlier statement of the batch has ended the transaction, because the next statement would be committed
 * alone.
 */
function assertInTransaction(connection: Connection, index: number): void {
  if (connection.inTransaction) return;
  throw new LibsqlBatchError(
    "The transaction has been rolled back",
    index,
    "TRANSACTION_CLOSED",
  );
}
