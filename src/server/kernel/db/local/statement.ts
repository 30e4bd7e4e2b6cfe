import type { ResultSet } from "@libsql/client";
import type Database from "libsql";
import type { Bindable, Named, Positional } from "./arguments";
import { resultOfChange, resultOfRows } from "./result-set";
import { shapeOf, type NativeValue, type RowShape } from "./row";

const ON_ROWS = /^\s*(select|insert|update|delete|replace|with|values)\b/i;

/** What neither acts on rows nor touches the schema; `rollback` may undo a change of it. */
const ON_CONNECTION =
  /^\s*(begin|commit|end|savepoint|release|pragma|explain)\b/i;

/** Whether the statement reads or writes rows, and nothing but rows. */
export function actsOnRows(sql: string): boolean {
  return ON_ROWS.test(sql);
}

/** A native statement with what is known about it. It may be run any number of times, one run after another. */
export class PreparedStatement {
  /** Whether what is known about other statements may be out of date after this one. */
  readonly mayChangeSchema: boolean;
  readonly #native: Database.Statement;
  readonly #returnsRows: boolean;
  readonly #columnsMayChange: boolean;
  #shape: RowShape | undefined;
  #bound = 0;

  constructor(native: Database.Statement, sql: string) {
    this.#native = native;
    this.mayChangeSchema = !actsOnRows(sql) && !ON_CONNECTION.test(sql);
    this.#returnsRows = native.reader;
    this.#columnsMayChange = hasStar(sql);
    if (this.#returnsRows) native.safeIntegers(true).raw(true);
  }

  run(args: Positional | Named): ResultSet {
    const bound = Array.isArray(args) ? this.#overwriteAll(args) : args;
    return this.#returnsRows ? this.#query(bound) : this.#change(bound);
  }

  #query(args: Positional | Named): ResultSet {
    const rows = rawRows(this.#native, args);
    return resultOfRows(this.#currentShape(), rows);
  }

  #change(args: Positional | Named): ResultSet {
    const { changes, lastInsertRowid } = this.#native.run(args);
    return resultOfChange(changes, lastInsertRowid);
  }

  /**
   * SQLite keeps what was bound before: a run with fewer values would see those of an earlier caller, so the
   * remaining places are bound to null.
   */
  #overwriteAll(args: Positional): Positional {
    const missing = this.#bound - args.length;
    if (missing <= 0) {
      this.#bound = args.length;
      return args;
    }
    return [...args, ...Array<Bindable>(missing).fill(null)];
  }

  /** Asking for the columns costs more than a keyed read; only `*` can change them under a kept statement. */
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

/** The package types rows as unknown; in raw mode with safe integers each is an array of these. */
function rawRows(
  native: Database.Statement,
  args: Positional | Named,
): NativeValue[][] {
  return native.all(args) as NativeValue[][];
}
