import type { ResultSet } from "@libsql/client";
import type Database from "libsql";
import type { Bindable, Named, Positional } from "./arguments";
import { resultOfChange, resultOfRows } from "./result-set";
import {
  mayHaveLostDigits,
  shapeOf,
  toValues,
  type NativeValue,
  type RowShape,
} from "./row";

const ON_ROWS = /^\s*(select|insert|update|delete|replace|with|values)\b/i;

const ONLY_READS = /^\s*select\b/i;

/** A query that begins with this text returns exactly one row. Reading one row takes 3 µs less than reading a list. */
export const SELECT_ONE_ROW = "select /* one row */";

/**
 * Statements that change neither rows nor the schema. `rollback` is not among them, because it may undo a change of the
 * schema.
 */
const ON_CONNECTION =
  /^\s*(begin|commit|end|savepoint|release|pragma|explain)\b/i;

/** Whether the statement only reads or writes rows. */
export function actsOnRows(sql: string): boolean {
  return ON_ROWS.test(sql);
}

/** Whether the statement certainly changes nothing, so that it can also run twice. A `with` can belong to a write. */
export function onlyReads(sql: string): boolean {
  return ONLY_READS.test(sql);
}

/** A prepared statement of the native package `libsql`. It can run any number of times, one run after another. */
export class PreparedStatement {
  /** Whether this statement may change the schema, so that other prepared statements are out of date after it ran. */
  readonly mayChangeSchema: boolean;
  /** Whether this statement may change rows. */
  readonly mayWrite: boolean;
  readonly #native: Database.Statement;
  readonly #returnsRows: boolean;
  readonly #columnsMayChange: boolean;
  readonly #hasOneRow: boolean;
  #shape: RowShape | undefined;
  #bound = 0;

  constructor(native: Database.Statement, sql: string) {
    this.#native = native;
    this.mayChangeSchema = !actsOnRows(sql) && !ON_CONNECTION.test(sql);
    this.mayWrite = !onlyReads(sql);
    this.#returnsRows = native.reader;
    this.#columnsMayChange = hasStar(sql);
    this.#hasOneRow = sql.startsWith(SELECT_ONE_ROW);
    if (this.#returnsRows) native.raw(true).safeIntegers(this.mayWrite);
  }

  run(args: Positional | Named): ResultSet {
    const bound = Array.isArray(args) ? this.#overwriteAll(args) : args;
    return this.#returnsRows ? this.#query(bound) : this.#change(bound);
  }

  #query(args: Positional | Named): ResultSet {
    const values = toValues(this.#read(args));
    return resultOfRows(this.#currentShape(), values);
  }

  /**
   * Reads integers as numbers, because that is faster than as bigint. If a number may have lost digits, reads again as
   * bigint.
   */
  #read(args: Positional | Named): NativeValue[][] {
    const rows = this.#readRows(args);
    if (this.mayWrite || !mayHaveLostDigits(rows)) return rows;
    this.#native.safeIntegers(true);
    try {
      return this.#readRows(args);
    } finally {
      this.#native.safeIntegers(false);
    }
  }

  /** The native package `libsql` declares rows as unknown. In raw mode, each row is an array of native values. */
  #readRows(args: Positional | Named): NativeValue[][] {
    return this.#hasOneRow
      ? [this.#native.get(args) as NativeValue[]]
      : (this.#native.all(args) as NativeValue[][]);
  }

  #change(args: Positional | Named): ResultSet {
    const { changes, lastInsertRowid } = this.#native.run(args);
    return resultOfChange(changes, lastInsertRowid);
  }

  /**
   * Adds null for each parameter that earlier runs have bound and this run has no value for. SQLite keeps bound values,
   * so this run would otherwise see values of an earlier caller.
   */
  #overwriteAll(args: Positional): Positional {
    const missing = this.#bound - args.length;
    if (missing <= 0) {
      this.#bound = args.length;
      return args;
    }
    return [...args, ...Array<Bindable>(missing).fill(null)];
  }

  /**
   * Caches the columns of the result, because reading them takes longer than reading a row by its key. A statement with
   * `*` is the exception, because a change of the schema can change its columns.
   */
  #currentShape(): RowShape {
    if (this.#shape && !this.#columnsMayChange) return this.#shape;
    const columns = this.#native.columns();
    return (this.#shape = shapeOf(
      columns.map((column) => column.name),
      columns.map((column) => column.type ?? ""),
    ));
  }
}

function hasStar(sql: string): boolean {
  return sql.replaceAll("(*)", "").includes("*");
}
