import type { Client } from "@libsql/client";
import { LibsqlBatchError, LibsqlError } from "@libsql/client/sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { DomainError } from "#server/kernel/errors";
import { isReason } from "#server/kernel/reasons";
import { findDatabaseUnavailable } from "./database-unavailable";
import type { Statement } from "./statement";
import type { StoredHead, Versions } from "./versions";

/** What changed in one row, for the audit log. */
export interface Change {
  table: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Makes the error of a statement that fails. */
export type OnViolation = () => DomainError;

type Entry = Statement & { onViolation?: OnViolation };

/** A statement of one attempt. `onUnchanged` makes the error when it changes no row, `onViolation` when it breaks a constraint. */
export type AttemptStatement = Statement & {
  onUnchanged?: OnViolation;
  onViolation?: OnViolation;
};

/** The statements that one attempt to store a unit of work adds. */
interface AttemptStatements {
  /** Run after the first guards. */
  versions?: readonly AttemptStatement[];
  /** Run after everything else. */
  last?: readonly AttemptStatement[];
}

const dialect = new SQLiteSyncDialect();
const GUARD_ROW_CHANGED: Statement = {
  sql: "insert into guard (ok) select changes() > 0",
  args: [],
};

/**
 * The statements of one mutation, stored as one atomic batch when the procedure returns. A rule that must hold at that
 * moment is a guard, never an `if` before the write.
 */
export class UnitOfWork {
  /** Run before everything else. */
  readonly #guards: Entry[] = [];
  /** Run before all other writes, in whatever order they were added. */
  readonly #first: Entry[] = [];
  readonly #entries: Entry[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #onRollback: (() => void)[] = [];
  #isStored = false;
  #storedBytes = 0;
  /** Changed rows by organization id, for the audit log. */
  readonly changes = new Map<string, Change[]>();
  /** The user who acts, when the mutation signs them in. */
  actor?: { id: string; name: string };
  /** The ids of users whose sessions it ends. */
  readonly signedOut = new Set<string>();
  /**
   * The head of every organization whose rows the mutation decides on, read before those rows. The audit chain stores the
   * mutation only if each is still the head: then no other mutation has changed the rows.
   */
  readonly versions = new Map<string, StoredHead>();
  /** The ids of organizations whose audit chain is extended at any head. See `appendUnversioned`. */
  readonly unversioned = new Set<string>();
  readonly #source: Versions | undefined;
  #unlock: (() => void) | undefined;

  /** @param now the moment in all rows of this mutation, in milliseconds since 1970 UTC */
  constructor(
    readonly now: number = Date.now(),
    source?: Versions,
    /** Results of `callExternal` by key, kept for a retry. */
    readonly results = new Map<string, unknown>(),
  ) {
    this.#source = source;
  }

  /** How many bytes of values were stored, including those of the audit log and the outbox. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** Whether it writes nothing. Guards without a write are not run. */
  get isEmpty(): boolean {
    return this.#first.length + this.#entries.length === 0;
  }

  /** @param onViolation makes the error when the statement breaks a constraint */
  write(statement: Statement, onViolation?: OnViolation): void {
    this.#entries.push({ ...statement, onViolation });
  }

  /** Writes before all statements of `write`. Only `guardFirst` guards come earlier. */
  writeFirst(statement: Statement, onViolation?: OnViolation): void {
    this.#first.push({ ...statement, onViolation });
  }

  /** Rolls back the batch unless the condition is true when the batch runs. */
  guard(condition: SQL, onViolation: OnViolation): void {
    const { sql: text, params } = dialect.sqlToQuery(
      sql`insert into guard (ok) select (${condition})`,
    );
    this.#entries.push({
      sql: text,
      args: params as Statement["args"],
      onViolation,
    });
  }

  /** Rolls back the batch unless the statement before this one changed a row. */
  guardRowChanged(onViolation: OnViolation): void {
    this.#entries.push({ ...GUARD_ROW_CHANGED, onViolation });
  }

  /** As `guard`, but before all other statements: its error comes first. */
  guardFirst(condition: Statement, onViolation: OnViolation): void {
    this.#guards.push({
      sql: `insert into guard (ok) select (${condition.sql})`,
      args: condition.args,
      onViolation,
    });
  }

  /**
   * Locks organizations and reads their versions. Call it before reading the rows that the mutation decides on. Other
   * mutations of this process wait until this one has settled, so that it need not be retried.
   */
  async readVersions(orgIds: readonly string[]): Promise<void> {
    const unknown = orgIds.filter((orgId) => !this.versions.has(orgId));
    if (unknown.length === 0) return;
    if (!this.#source)
      throw new Error("This unit of work cannot read versions.");
    await this.lock(unknown);
    const heads = await this.#source.readHeads(unknown);
    for (const [index, orgId] of unknown.entries())
      this.versions.set(orgId, heads[index] ?? null);
  }

  /** Locks organizations. Further calls lock nothing, because two mutations could wait for each other. */
  async lock(orgIds: readonly string[]): Promise<void> {
    if (this.#unlock) return;
    this.#unlock = await this.#source?.lock(orgIds);
  }

  /** Whether it has locked organizations. */
  get holdsLock(): boolean {
    return this.#unlock !== undefined;
  }

  /**
   * Runs a task outside of the database, such as a call of a payment provider. It releases the lock first, so that other
   * mutations need not wait. A retry of the mutation gets the same result, and the task runs once.
   * @param key names the task and everything that its result depends on
   */
  async callExternal<T>(key: string, task: () => Promise<T>): Promise<T> {
    if (!this.results.has(key)) {
      this.#releaseLock();
      this.results.set(key, await task());
    }
    // The key names the task, so the result has its type.
    return this.results.get(key) as T;
  }

  /** Makes the unit of work for a retry. It takes over the lock. */
  nextAttempt(now: number): UnitOfWork {
    const next = new UnitOfWork(now, this.#source, this.results);
    next.#unlock = this.#unlock;
    this.#unlock = undefined;
    return next;
  }

  #releaseLock(): void {
    this.#unlock?.();
    this.#unlock = undefined;
  }

  /**
   * Extends the audit chain of the organization at any head. For an organization that the batch creates, and for mutations
   * whose own guards check everything that they decide on.
   */
  appendUnversioned(orgId: string): void {
    this.unversioned.add(orgId);
  }

  record(orgId: string, change: Change): void {
    const known = this.changes.get(orgId);
    if (known) known.push(change);
    else this.changes.set(orgId, [change]);
  }

  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  /** Runs the effect if the mutation is not stored. */
  onRollback(effect: () => void): void {
    this.#onRollback.push(effect);
  }

  /** Ends the mutation, stored or not: releases the lock and runs the `onRollback` effects. */
  settle(): void {
    this.#releaseLock();
    if (!this.#isStored) for (const effect of this.#onRollback) effect();
  }

  /**
   * Stores everything, or nothing.
   * @throws the error of the statement that failed
   */
  async commit(
    client: Client,
    { versions = [], last = [] }: AttemptStatements = {},
  ): Promise<void> {
    if (this.isEmpty) return;
    // Versions come before writes: when another mutation caused a violation, the mutation must be retried.
    const statements = [
      ...this.#guards,
      ...this.#first,
      ...versions.flatMap(entriesOf),
      ...this.#entries,
      ...last.flatMap(entriesOf),
    ];
    try {
      await client.batch(
        statements.map(({ sql: text, args }) => ({ sql: text, args })),
        "write",
      );
    } catch (error) {
      throw domainErrorFor(error, statements) ?? error;
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

function entriesOf({ onUnchanged, ...statement }: AttemptStatement): Entry[] {
  if (!onUnchanged) return [statement];
  const entry = { ...statement, onViolation: onUnchanged };
  return [entry, { ...GUARD_ROW_CHANGED, onViolation: onUnchanged }];
}

/** The server does not retry: the batch may be stored, and would be stored twice. */
function outcomeUnknown(): DomainError {
  return new DomainError("OUTCOME_UNKNOWN", undefined, { retryAfter: 5 });
}

function domainErrorFor(
  error: unknown,
  statements: readonly Entry[],
): DomainError | undefined {
  if (findDatabaseUnavailable(error)?.mayBeStored) return outcomeUnknown();
  if (!(error instanceof LibsqlError)) return undefined;
  const named = /\b([A-Z]+_[A-Z_]+)\b/.exec(
    error.message.replace(/SQLITE_\w+/g, ""),
  )?.[1];
  if (named && isReason(named)) return new DomainError(named);
  if (/SQLITE_BUSY|database is locked/.test(`${error.code} ${error.message}`))
    return new DomainError("BUSY", undefined, { retryAfter: 1 });
  // Other errors, such as a full disk, are no violation of a rule.
  const isConstraint = error.code.startsWith("SQLITE_CONSTRAINT");
  if (!isConstraint || !(error instanceof LibsqlBatchError)) return undefined;
  return statements[error.statementIndex]?.onViolation?.();
}
