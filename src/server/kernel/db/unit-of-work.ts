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

/** A refusal made only when it is needed. */
export type OnViolation = () => DomainError;

type Entry = Statement & { onViolation?: OnViolation };

/**
 * A statement of one try: `onUnchanged` is the refusal it means when it changes nothing, `onViolation` when it breaks a
 * constraint.
 */
export type AttemptStatement = Statement & {
  onUnchanged?: OnViolation;
  onViolation?: OnViolation;
};

/** Guards of one try to store a unit of work, and what is written behind its own statements. */
interface Tail {
  versions?: readonly AttemptStatement[];
  last?: readonly AttemptStatement[];
}

const dialect = new SQLiteSyncDialect();
const HAS_CHANGED: Statement = {
  sql: "insert into guard (ok) select changes() > 0",
  args: [],
};

/**
 * The statements of one mutation. They are sent as one atomic batch when the procedure returns: all of them
 * are stored or none is. A rule that must hold at that moment is a guard, never an `if` before the write.
 */
export class UnitOfWork {
  /** Conditions that are looked at before everything else. */
  readonly #guards: Entry[] = [];
  /** What is written before everything else, whenever it was added. */
  readonly #first: Entry[] = [];
  readonly #entries: Entry[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #onRollback: (() => void)[] = [];
  #isStored = false;
  #storedBytes = 0;
  /** Changed rows by organization id. */
  readonly changes = new Map<string, Change[]>();
  /** Who does it, where nobody is signed in yet. */
  actor?: { id: string; name: string };
  /** The people of whom it ends sessions. */
  readonly signedOut = new Set<string>();
  /**
   * The head of every organization whose rows the mutation decides on, read before those rows. The audit chain stores the
   * mutation only if each is still the head, so a decision never rests on rows that another mutation has changed.
   */
  readonly versions = new Map<string, StoredHead>();
  /** Organizations whose log the mutation extends wherever it ends. */
  readonly unversioned = new Set<string>();
  readonly #source: Versions | undefined;
  #unlock: (() => void) | undefined;

  /** @param now the moment all rows of this mutation carry, in milliseconds since 1970 UTC */
  constructor(
    readonly now: number = Date.now(),
    source?: Versions,
    /** Results of `callExternal`, kept when the procedure runs again. */
    readonly results = new Map<string, unknown>(),
  ) {
    this.#source = source;
  }

  /** How many bytes of values were stored, those of the audit log and of the outbox included. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** Whether it writes nothing. Guards alone have nothing to hold. */
  get isEmpty(): boolean {
    return this.#first.length + this.#entries.length === 0;
  }

  /** `onViolation` is what a constraint that this statement breaks means to the caller. */
  write(statement: Statement, onViolation?: OnViolation): void {
    this.#entries.push({ ...statement, onViolation });
  }

  /** As `write`, but before all that was or will be written; only `guardFirst` guards come before it. */
  writeFirst(statement: Statement, onViolation?: OnViolation): void {
    this.#first.push({ ...statement, onViolation });
  }

  /** Undoes the whole batch unless the condition is true when the batch runs. */
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

  /** Undoes the whole batch unless the statement before this one changed a row. */
  guardRowChanged(onViolation: OnViolation): void {
    this.#entries.push({ ...HAS_CHANGED, onViolation });
  }

  /** A guard that has to hold before anything else is looked at. */
  guardFirst(condition: Statement, onViolation: OnViolation): void {
    this.#guards.push({
      sql: `insert into guard (ok) select (${condition.sql})`,
      args: condition.args,
      onViolation,
    });
  }

  /**
   * Reads the versions of organizations. Call it before the rows that the mutation decides on are read. Other mutations of
   * this process on the same organizations wait until this one has settled, so that it need not run again.
   */
  async readVersions(orgIds: readonly string[]): Promise<void> {
    const unknown = orgIds.filter((orgId) => !this.versions.has(orgId));
    if (unknown.length === 0) return;
    if (!this.#source) throw new Error("This unit of work has no versions.");
    await this.lock(unknown);
    const heads = await this.#source.readHeads(unknown);
    for (const [index, orgId] of unknown.entries())
      this.versions.set(orgId, heads[index] ?? null);
  }

  /** Waits for the turn of the organizations, once: a second turn could wait for a mutation that waits for the first. */
  async lock(orgIds: readonly string[]): Promise<void> {
    if (this.#unlock) return;
    this.#unlock = await this.#source?.lock(orgIds);
  }

  /** Whether other mutations of this process wait for this one. */
  get holdsLock(): boolean {
    return this.#unlock !== undefined;
  }

  /**
   * Waits for something outside of the database, such as a name server or a payment provider. The turn ends first, so
   * that nobody waits along. When the procedure runs again it gets the same result: an effect happens once.
   * @param key names the task and everything its result depends on
   */
  async callExternal<T>(key: string, task: () => Promise<T>): Promise<T> {
    if (!this.results.has(key)) {
      this.#releaseTurn();
      this.results.set(key, await task());
    }
    // The key names the task, so the result is the task's.
    return this.results.get(key) as T;
  }

  /** For the next run of the procedure: it keeps its turn, and does not wait behind others again. */
  nextAttempt(now: number): UnitOfWork {
    const next = new UnitOfWork(now, this.#source, this.results);
    next.#unlock = this.#unlock;
    this.#unlock = undefined;
    return next;
  }

  #releaseTurn(): void {
    this.#unlock?.();
    this.#unlock = undefined;
  }

  /**
   * The log of the organization is extended wherever it ends: for an organization that the batch makes, and for a
   * mutation whose own guards hold every decision.
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

  /** What to take back if nothing of this comes to be stored. */
  onRollback(effect: () => void): void {
    this.#onRollback.push(effect);
  }

  /** The end of it, whatever became of it. */
  settle(): void {
    this.#releaseTurn();
    if (!this.#isStored) for (const effect of this.#onRollback) effect();
  }

  /**
   * Stores everything, or throws the refusal of the statement that failed and stores nothing.
   * @param tail what belongs to this one try: `versions` come behind the first guards, `last` behind everything
   */
  async commit(
    client: Client,
    { versions = [], last = [] }: Tail = {},
  ): Promise<void> {
    if (this.isEmpty) return;
    // The versions come first: a constraint that another mutation made fail must lead to another run, not to a refusal.
    const statements = [
      ...this.#guards,
      ...this.#first,
      ...versions.flatMap(lastEntries),
      ...this.#entries,
      ...last.flatMap(lastEntries),
    ];
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

function lastEntries({ onUnchanged, ...statement }: AttemptStatement): Entry[] {
  if (!onUnchanged) return [statement];
  const entry = { ...statement, onViolation: onUnchanged };
  return [entry, { ...HAS_CHANGED, onViolation: onUnchanged }];
}

/** Never run again by the server: the batch may be stored, and would be stored twice. */
function outcomeUnknown(): DomainError {
  return new DomainError("OUTCOME_UNKNOWN", undefined, { retryAfter: 5 });
}

function refusalFor(
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
  // A full disk at a statement says nothing about what the statement wanted.
  const isConstraint = error.code.startsWith("SQLITE_CONSTRAINT");
  if (!isConstraint || !(error instanceof LibsqlBatchError)) return undefined;
  return statements[error.statementIndex]?.onViolation?.();
}
