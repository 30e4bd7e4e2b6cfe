import type { ResultSet, Row, Value } from "@libsql/client";
import { shapeOf, toRow, type RowShape } from "./row";

const NO_COLUMNS = shapeOf([], []);

export function resultOfRows(shape: RowShape, values: Value[][]): ResultSet {
  return new LocalResultSet(shape, values, 0, undefined);
}

export function resultOfChange(
  changes: number,
  lastInsertRowid: number | bigint,
): ResultSet {
  return new LocalResultSet(NO_COLUMNS, [], changes, BigInt(lastInsertRowid));
}

/**
 * Returns the values of each row in the order of the columns. For a local database this is faster than to read `rows`,
 * whose objects are then never made.
 */
export function valuesOf(result: ResultSet): Value[][] {
  if (result instanceof LocalResultSet) return result.values;
  return result.rows.map((row) => Array.from(row));
}

class LocalResultSet implements ResultSet {
  readonly #shape: RowShape;
  #rows: Row[] | undefined;

  constructor(
    shape: RowShape,
    readonly values: Value[][],
    readonly rowsAffected: number,
    readonly lastInsertRowid: bigint | undefined,
  ) {
    this.#shape = shape;
  }

  get columns(): string[] {
    return this.#shape.columns.slice();
  }

  get columnTypes(): string[] {
    return this.#shape.columnTypes.slice();
  }

  get rows(): Row[] {
    return (this.#rows ??= this.values.map((row) => toRow(this.#shape, row)));
  }

  toJSON() {
    return {
      columns: this.columns,
      columnTypes: this.columnTypes,
      rows: this.rows.map((row) => Array.from(row, toJsonValue)),
      rowsAffected: this.rowsAffected,
      lastInsertRowid: this.lastInsertRowid?.toString() ?? null,
    };
  }
}

function toJsonValue(value: Value): unknown {
  if (value instanceof ArrayBuffer)
    return Buffer.from(value).toString("base64");
  return value;
}
