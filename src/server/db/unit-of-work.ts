import { LibsqlBatchError, LibsqlError, type Client } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { DomainError, isReason } from "../errors";
import { databaseAwayIn } from "./database-away";
import type { Statement } from "./statement";

/** What changed in one row, for the audit log. */
export interface Change {
  table: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A refusal made only when it is needed. */
export type Otherwise = () => DomainError;

type Entry = Statement & { otherwise?: Otherwise };

/** A statement of one try, and the refusal it means when it changes nothing. */
export type LastWrite = Statement & { mustChange?: Otherwise };

const dialect = new SQLiteSyncDialect();
const HAS_CHANGED: Statement = {
  sql: "insert into must (ok) select changes() > 0",
  args: [],
};

/**
 * The statements of one mutation. They are sent as one atomic batch when the procedure returns: all of them
 * are stored or none is. A rule that must hold at that moment is a guard (`must`), never an `if` before the write.
 */
export class UnitOfWork {
  /** What comes before everything else, whenever it was added. */
  readonly #first: Entry[] = [];
  readonly #entries: Entry[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #unlessStored: (() => void)[] = [];
  #isStored = false;
  #storedBytes = 0;
  /** Changed rows by organization id. */
  readonly changes = new Map<string, Change[]>();
  /** Who does it, where nobody is signed in yet. */
  actor?: { id: string; name: string };
  /** The people of whom it ends sessions. */
  readonly signedOut = new Set<string>();

  constructor(
    /** The moment all rows of this mutation carry, in milliseconds since 1970 UTC. */
    readonly now: number = Date.now(),
  ) {}

  get isEmpty(): boolean {
    return this.#first.length + this.#entries.length === 0;
  }

  /** How many bytes of values were stored, those of the audit log and of the outbox included. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  get #statements(): Entry[] {
    return [...this.#first, ...this.#entries];
  }

  /** `otherwise` is what a constraint that this statement breaks means to the caller. */
  write(statement: Statement, otherwise?: Otherwise): void {
    this.#entries.push({ ...statement, otherwise });
  }

  /** As `write`, but before all that was or will be written; only guards that stand first come before it. */
  writeFirst(statement: Statement, otherwise?: Otherwise): void {
    this.#first.push({ ...statement, otherwise });
  }

  /** Undoes the whole batch unless the condition is true when the batch runs. */
  must(condition: SQL, otherwise: Otherwise): void {
    const { sql: text, params } = dialect.sqlToQuery(
      sql`insert into must (ok) select (${condition})`,
    );
    this.#entries.push({
      sql: text,
      args: params as Statement["args"],
      otherwise,
    });
  }

  /** Undoes the whole batch unless the statement before this one changed a row. */
  mustHaveChanged(otherwise: Otherwise): void {
    this.#entries.push({ ...HAS_CHANGED, otherwise });
  }

  /** A guard that has to hold before anything else is looked at. */
  mustFirst(condition: Statement, otherwise: Otherwise): void {
    this.#first.push({
      sql: `insert into must (ok) select (${condition.sql})`,
      args: condition.args,
      otherwise,
    });
  }

  record(orgId: string, change: Change): void {
    const known = this.changes.get(orgId);
    if (known) known.push(change);
    else this.changes.set(orgId, [change]);
  }

  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  /** What to take back if nothing of this comes to be stored. */
  unlessStored(effect: () => void): void {
    this.#unlessStored.push(effect);
  }

  /** The end of it, whatever became of it. */
  settle(): void {
    if (!this.#isStored) for (const effect of this.#unlessStored) effect();
  }

  /**
   * Stores everything, or throws the refusal of the statement that failed and stores nothing.
   * @param last what comes behind it all in this one try
   */
  async commit(client: Client, last: readonly LastWrite[] = []): Promise<void> {
    if (this.isEmpty) return;
    const statements = [...this.#statements, ...last.flatMap(lastEntries)];
    try {
      await client.batch(
        statements.map(({ sql: text, args }) => ({ sql: text, args })),
        "write",
      );
    } catch (error) {
      throw refusalFor(error, statements) ?? error;
    }
    this.#isStored = true;
    this.#storedBytes = sum(statements.flatMap(({ args }) => args.map(sizeOf)));
    for (const effect of this.#afterCommit) effect();
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sizeOf(value: Statement["args"][number]): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  return value instanceof Uint8Array || value instanceof ArrayBuffer
    ? value.byteLength
    : 8;
}

function lastEntries({ mustChange, ...statement }: LastWrite): Entry[] {
  const entry = { ...statement, otherwise: mustChange };
  return mustChange
    ? [entry, { ...HAS_CHANGED, otherwise: mustChange }]
    : [entry];
}

/** Never run again by the server: the batch may be stored, and would be stored twice. */
function outcomeUnknown(): DomainError {
  return new DomainError("OUTCOME_UNKNOWN", undefined, { retryAfter: 5 });
}

function refusalFor(
  error: unknown,
  statements: readonly Entry[],
): DomainError | undefined {
  if (databaseAwayIn(error)?.mayBeStored) return outcomeUnknown();
  if (!(error instanceof LibsqlError)) return undefined;
  const named = /\b([A-Z]+_[A-Z_]+)\b/.exec(
    error.message.replace(/SQLITE_\w+/g, ""),
  )?.[1];
  if (named && isReason(named)) return new DomainError(named);
  if (/SQLITE_BUSY|database is locked/.test(`${error.code} ${error.message}`))
    return new DomainError("BUSY", undefined, { retryAfter: 1 });
  // A full disk at a statement says nothing about what the statement wanted.
  const isConstraint = error.code.startsWith("SQLITE_CONSTRAINT");
  if (!isConstraint || !(error instanceof LibsqlBatchError)) return undefined;
  return statements[error.statementIndex]?.otherwise?.();
}
