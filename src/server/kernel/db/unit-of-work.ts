import type { Client } from "@libsql/client";
import { LibsqlBatchError, LibsqlError } from "@libsql/client/sqlite3";
import { is, SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { DomainError } from "#server/kernel/errors";
import { isReason } from "#server/kernel/reasons";
import { findDatabaseUnavailable } from "./database-unavailable";
import type { Statement } from "./statement";
import type { StoredHead, Versions } from "./versions";

/** The change of one row, as the audit log stores it. */
export interface Change {
  table: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Makes the error for a statement that fails because it violates a rule. */
export type OnViolation = () => DomainError;

type Entry = Statement & { onViolation?: OnViolation };

/**
 * A statement that one attempt to commit adds. `onUnchanged` makes the error when the statement changes no row,
 * `onViolation` when it breaks a constraint.
 */
export type AttemptStatement = Statement & {
  onUnchanged?: OnViolation;
  onViolation?: OnViolation;
};

/** The statements that one attempt to commit adds to those of the unit of work. */
interface AttemptStatements {
  /** Statements that run after those of `guardFirst` and `writeFirst`, and before all others. */
  versions?: readonly AttemptStatement[];
  /** Statements that run after all others. */
  last?: readonly AttemptStatement[];
}

const dialect = new SQLiteSyncDialect();
const GUARD_ROW_CHANGED: Statement = {
  sql: "insert into guard (ok) select changes() > 0",
  args: [],
};

/**
 * Collects the statements of one mutation, which run as one atomic batch when the procedure returns. A rule that must
 * hold when the batch runs is a guard in the batch, because an `if` in the procedure runs too early.
 */
export class UnitOfWork {
  /** Guards that run before all other statements of the batch. */
  readonly #guards: Entry[] = [];
  /** Writes that run before all other writes, even if they were added later. */
  readonly #first: Entry[] = [];
  readonly #entries: Entry[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #onRollback: (() => void)[] = [];
  /** The statements that the commit has stored. */
  #stored: readonly Entry[] = [];
  /** Changed rows by organization id, for the audit log. */
  readonly changes = new Map<string, Change[]>();
  /** The actor for the audit log when the caller has no session: the user whose account this mutation creates. */
  actor?: { id: string; name: string };
  /** The ids of the users whose sessions this mutation ends. */
  readonly signedOut = new Set<string>();
  /**
   * The heads of the organizations whose rows this mutation reads for a decision, each read before the rows. The
   * mutation is stored only if all these heads are still current, because then no other mutation has changed the rows.
   */
  readonly versions = new Map<string, StoredHead>();
  /** The ids of the organizations whose audit chain this mutation may extend at any head. See `appendUnversioned`. */
  readonly unversioned = new Set<string>();
  /** The ids of the organizations that this mutation creates. */
  readonly created = new Set<string>();
  readonly #source: Versions | undefined;
  #unlock: (() => void) | undefined;

  /** @param now the time of the mutation, which all its rows store, in milliseconds since 1970 UTC */
  constructor(
    readonly now: number = Date.now(),
    source?: Versions,
    /** The results of `callExternal` by key, which a retry of the mutation uses again. */
    readonly results = new Map<string, unknown>(),
  ) {
    this.#source = source;
  }

  /** How many bytes of values the commit has stored, including those of the audit log and the outbox. */
  get storedBytes(): number {
    let bytes = 0;
    for (const { args } of this.#stored)
      for (const value of args) bytes += sizeOf(value);
    return bytes;
  }

  /** Whether the mutation has no statements except those of `guardFirst`, which do not run alone. */
  get isEmpty(): boolean {
    return this.#first.length + this.#entries.length === 0;
  }

  /** @param onViolation makes the error when the statement breaks a constraint */
  write({ sql: text, args }: Statement, onViolation?: OnViolation): void {
    this.#entries.push({ sql: text, args, onViolation });
  }

  /** Adds a statement that runs before all statements of `write`. Only the guards of `guardFirst` run earlier. */
  writeFirst(statement: Statement, onViolation?: OnViolation): void {
    this.#first.push({ ...statement, onViolation });
  }

  /**
   * Rolls back the batch unless the condition is true when the batch runs.
   * @param condition for calls that are made often: the result of a condition that was defined with `defineCondition`
   */
  guard(condition: SQL | Statement, onViolation: OnViolation): void {
    const { sql: text, args } = is(condition, SQL)
      ? statementOf(condition)
      : condition;
    this.#entries.push({
      sql: `insert into guard (ok) select (${text})`,
      args,
      onViolation,
    });
  }

  /** Rolls back the batch unless the statement that was added before this guard changes a row. */
  guardRowChanged(onViolation: OnViolation): void {
    this.#entries.push(guardRowChanged(onViolation));
  }

  /** Like `guard`, but checked before all other statements, so that the caller gets this error and not a later one. */
  guardFirst(condition: Statement, onViolation: OnViolation): void {
    this.#guards.push({
      sql: `insert into guard (ok) select (${condition.sql})`,
      args: condition.args,
      onViolation,
    });
  }

  /**
   * Locks organizations and reads their versions; it must be called before the mutation reads their rows. The lock
   * makes other mutations of this process wait until this one has settled, so that this one need not be retried.
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

  /**
   * Reads a row of an organization that the caller does not name, together with the version of this organization, and
   * locks the organization. If another mutation of this process held the lock, the row is read again.
   */
  async readLocked<R extends { orgId: string; version: StoredHead }>(
    read: () => Promise<R | undefined>,
  ): Promise<R | undefined> {
    const found = await read();
    if (!found) return undefined;
    const { orgId } = found;
    const mustWait = !this.holdsLock && this.#source?.isLocked(orgId);
    await this.lock([orgId]);
    const current = mustWait ? await read() : found;
    if (current) this.versions.set(orgId, current.version);
    return current;
  }

  /**
   * Locks organizations. Only the first call has an effect, because two mutations that lock step by step could wait for
   * each other.
   */
  async lock(orgIds: readonly string[]): Promise<void> {
    if (this.#unlock) return;
    this.#unlock = await this.#source?.lock(orgIds);
  }

  /** Whether this mutation holds a lock on organizations. */
  get holdsLock(): boolean {
    return this.#unlock !== undefined;
  }

  /**
   * Runs a task outside of the database, such as a call of a payment provider. The lock is released before the task, so
   * that other mutations need not wait; a retry of the mutation gets the same result without running the task again.
   * @param key names the task and everything that its result depends on
   */
  async callExternal<T>(key: string, task: () => Promise<T>): Promise<T> {
    if (!this.results.has(key)) {
      this.#releaseLock();
      this.results.set(key, await task());
    }
    // A key belongs to one task, so the stored result has the type of this task's result.
    return this.results.get(key) as T;
  }

  /** Makes the unit of work for a retry of the mutation. The lock passes to the new unit of work. */
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
   * Lets the mutation extend the audit chain of an organization whose version it has not read. It is for mutations whose
   * own guards check everything that they depend on.
   */
  appendUnversioned(orgId: string): void {
    this.unversioned.add(orgId);
  }

  /** Lets the mutation begin the audit chain of an organization that the batch creates. */
  beginChain(orgId: string): void {
    this.unversioned.add(orgId);
    this.created.add(orgId);
  }

  record(orgId: string, change: Change): void {
    const known = this.changes.get(orgId);
    if (known) known.push(change);
    else this.changes.set(orgId, [change]);
  }

  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  /** Registers an effect that runs if the mutation is not stored. */
  onRollback(effect: () => void): void {
    this.#onRollback.push(effect);
  }

  /** Ends the mutation: releases the lock, and runs the `onRollback` effects if the mutation was not stored. */
  settle(): void {
    this.#releaseLock();
    if (this.#stored.length > 0) return;
    for (const effect of this.#onRollback) effect();
  }

  /**
   * Runs all statements as one atomic batch.
   * @throws the error of the statement that failed
   */
  async commit(
    client: Client,
    { versions = [], last = [] }: AttemptStatements = {},
  ): Promise<void> {
    if (this.isEmpty) return;
    // The versions are checked before the writes: if another mutation has caused a violation, the caller must get a
    // retry and not the error of the violation.
    const statements: Entry[] = [...this.#guards, ...this.#first];
    for (const statement of versions) addEntries(statements, statement);
    statements.push(...this.#entries);
    for (const statement of last) addEntries(statements, statement);
    try {
      await client.batch(statements, "write");
    } catch (error) {
      throw domainErrorFor(error, statements) ?? error;
    }
    this.#stored = statements;
    for (const effect of this.#afterCommit) effect();
  }
}

function sizeOf(value: Statement["args"][number]): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  return value instanceof Uint8Array || value instanceof ArrayBuffer
    ? value.byteLength
    : 8;
}

function addEntries(
  entries: Entry[],
  { sql: text, args, onUnchanged, onViolation }: AttemptStatement,
): void {
  entries.push({ sql: text, args, onViolation: onUnchanged ?? onViolation });
  if (onUnchanged) entries.push(guardRowChanged(onUnchanged));
}

function statementOf(condition: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(condition);
  return { sql: text, args: params as Statement["args"] };
}

function guardRowChanged(onViolation: OnViolation): Entry {
  return { ...GUARD_ROW_CHANGED, onViolation };
}

/** The server does not retry a batch that may be stored, because a retry would store it twice. */
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
  // Only a violated constraint makes the error of `onViolation`. Other errors, such as a full disk, are thrown
  // unchanged.
  const isConstraint = error.code.startsWith("SQLITE_CONSTRAINT");
  if (!isConstraint || !(error instanceof LibsqlBatchError)) return undefined;
  return statements[error.statementIndex]?.onViolation?.();
}
