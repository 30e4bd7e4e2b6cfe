import type { ResultSet } from "@libsql/client";
import { sqlOf, type AnyStatement } from "./arguments";
import { runAtomically, runInOrder } from "./batch";
import type { Connection } from "./connection";
import { isConstraintError } from "./errors";
import { actsOnRows } from "./statement";

/** The largest number of batches in one transaction. */
const MAX_BATCHES = 32;

/** After this time, in milliseconds, a group takes no further batch, because it blocks all other requests. */
const MAX_MS = 10;

type Outcome = PromiseSettledResult<ResultSet[]>;

interface Batch {
  statements: readonly AnyStatement[];
  settle(outcome: Outcome): void;
}

/**
 * Whether a batch can share a transaction with other batches. A batch that changes the schema, or that may end the
 * transaction itself, cannot.
 */
export function canShareTransaction(
  statements: readonly AnyStatement[],
): boolean {
  return statements.every((statement) => actsOnRows(sqlOf(statement)));
}

/**
 * Collects the batches that arrive in one turn of the event loop, and stores them in one transaction, because a commit
 * takes as long as the statements of several batches. Every caller gets its results or its error after the commit.
 */
export class BatchQueue {
  readonly #connection: Connection;
  readonly #batches: Batch[] = [];
  #isPlanned = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0;
  }

  add(statements: readonly AnyStatement[]): Promise<ResultSet[]> {
    const { promise, resolve, reject } = Promise.withResolvers<ResultSet[]>();
    const settle = (outcome: Outcome) =>
      outcome.status === "fulfilled"
        ? resolve(outcome.value)
        : reject(outcome.reason);
    this.#batches.push({ statements, settle });
    this.#plan();
    return promise;
  }

  /** Runs all batches at once. */
  flush(): void {
    while (!this.isEmpty) this.#runGroup();
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#runGroup();
      if (!this.isEmpty) this.#plan();
    });
  }

  #runGroup(): void {
    const group = this.#batches.slice(0, MAX_BATCHES);
    const outcomes = runGroup(
      this.#connection,
      group.map(({ statements }) => statements),
    );
    this.#batches.splice(0, outcomes.length);
    for (const [index, outcome] of outcomes.entries())
      group[index]?.settle(outcome);
  }
}

/**
 * Runs batches in their order. Stops early if they take long, and returns the outcomes of those that have run. What it
 * reports as stored is committed.
 */
function runGroup(
  connection: Connection,
  batches: readonly (readonly AnyStatement[])[],
): Outcome[] {
  if (batches.length < 2) return runEach(connection, batches);
  try {
    const outcomes = runTogether(connection, batches);
    return outcomes ?? runEach(connection, batches);
  } catch (reason) {
    return batches.map(() => ({ status: "rejected", reason }));
  }
}

/** Runs each batch in its own transaction. */
function runEach(
  connection: Connection,
  batches: readonly (readonly AnyStatement[])[],
): Outcome[] {
  return batches.map((statements) =>
    outcomeOf(() => runAtomically(connection, statements, "write")),
  );
}

/**
 * Runs batches in one transaction. Returns undefined if one of the batches has ended the transaction or made the commit
 * impossible: then nothing is stored, and each batch can run in its own transaction.
 * @throws the error of the transaction, such as a lock of another process; then nothing is stored either
 */
function runTogether(
  connection: Connection,
  batches: readonly (readonly AnyStatement[])[],
): Outcome[] | undefined {
  const outcomes: Outcome[] = [];
  connection.begin("write");
  try {
    const end = performance.now() + MAX_MS;
    for (const statements of batches) {
      outcomes.push(runInSavepoint(connection, statements));
      if (!connection.inTransaction) return undefined;
      if (performance.now() > end) break;
    }
    connection.control("COMMIT");
    return outcomes;
  } catch (error) {
    // A deferred foreign key is only checked by the commit, so this error belongs to one of the batches.
    if (isConstraintError(error)) return undefined;
    throw error;
  } finally {
    connection.settle();
  }
}

/** Runs a batch in the open transaction. If the batch fails, only its own changes are undone. */
function runInSavepoint(
  connection: Connection,
  statements: readonly AnyStatement[],
): Outcome {
  connection.control("SAVEPOINT batch");
  const outcome = outcomeOf(() => runInOrder(connection, statements));
  // SQLite ends the transaction by itself after some errors, such as a full disk.
  if (!connection.inTransaction) return outcome;
  if (outcome.status === "rejected") connection.control("ROLLBACK TO batch");
  connection.control("RELEASE batch");
  return outcome;
}

function outcomeOf(run: () => ResultSet[]): Outcome {
  try {
    return { status: "fulfilled", value: run() };
  } catch (reason) {
    return { status: "rejected", reason };
  }
}
