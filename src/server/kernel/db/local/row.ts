import type { Row, Value } from "@libsql/client";

/** A column's value as the native package `libsql` returns it; a bigint only with `safeIntegers`. */
export type NativeValue = null | string | number | bigint | Uint8Array;

/** The columns of a statement's result, computed once for all its rows. */
export interface RowShape {
  readonly columns: string[];
  readonly columnTypes: string[];
  /**
   * The index of the column for each named property of a row. If several columns have the same name, the first one is
   * used.
   */
  readonly named: readonly (readonly [name: string, column: number])[];
  /** Whether all column names can be set by plain assignment, which is much faster than `Object.defineProperty`. */
  readonly isAssignable: boolean;
}

export function shapeOf(columns: string[], columnTypes: string[]): RowShape {
  const named = new Map<string, number>();
  columns.forEach((name, column) => {
    if (name === "length" || named.has(name)) return;
    const index = INDEX.test(name) ? Number(name) : Infinity;
    if (index > column)
      named.set(name, index < columns.length ? index : column);
  });
  addIndexGetters(columns.length);
  const isAssignable = ![...named.keys()].some(mustBeDefined);
  return { columns, columnTypes, named: [...named], isAssignable };
}

/** Makes a row from the values of its columns. */
export function toRow(shape: RowShape, values: Value[]): Row {
  const row = asRow(new LocalRow(values));
  if (shape.isAssignable) assignNames(row, shape, values);
  else defineNames(row, shape, values);
  return row;
}

/**
 * A row as `@libsql/client` returns it, with own enumerable properties for columns by name. Columns by index are
 * getters on the prototype, because defining them on every row takes ten times as long.
 */
class LocalRow {
  readonly #values: readonly Value[];

  constructor(values: readonly Value[]) {
    this.#values = values;
  }

  get length(): number {
    return this.#values.length;
  }

  static valueAt(row: LocalRow, index: number): Value | undefined {
    return row.#values[index];
  }
}

let indexGetters = 0;

function addIndexGetters(width: number): void {
  for (; indexGetters < width; indexGetters++) {
    const index = indexGetters;
    Object.defineProperty(LocalRow.prototype, index, {
      get(this: LocalRow) {
        return LocalRow.valueAt(this, index);
      },
    });
  }
}

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * Whether a column name must be set with `Object.defineProperty`. Assigning an index or `__proto__` would call an
 * accessor of the prototype instead of adding a property.
 */
function mustBeDefined(name: string): boolean {
  return INDEX.test(name) || name === "__proto__";
}

function assignNames(row: Row, shape: RowShape, values: Value[]): void {
  for (const [name, column] of shape.named) row[name] = values[column] ?? null;
}

function defineNames(row: Row, shape: RowShape, values: Value[]): void {
  for (const [name, column] of shape.named)
    Object.defineProperty(row, name, {
      value: values[column],
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Casts to `Row`, because a class cannot declare the index signature of `Row`. */
function asRow(row: LocalRow): Row {
  return row as unknown as Row;
}

/**
 * Whether a number of these rows may be an integer that has lost digits. Without `safeIntegers`, the native package
 * `libsql` returns an integer that is no safe number as another number.
 */
export function mayHaveLostDigits(rows: readonly NativeValue[][]): boolean {
  for (const row of rows)
    for (const value of row)
      if (
        typeof value === "number" &&
        (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      )
        return true;
  return false;
}

/** Converts native values to those that `@libsql/client` returns. It changes the rows, which is faster than to copy them. */
export function toValues(rows: NativeValue[][]): Value[][] {
  for (const row of rows)
    for (let column = 0; column < row.length; column++) {
      const value = row[column];
      if (typeof value === "bigint") row[column] = toSafeNumber(value);
      else if (typeof value === "object" && value !== null)
        (row as Value[])[column] = toArrayBuffer(value);
    }
  return rows as Value[][];
}

function toSafeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(
    "Received integer which cannot be safely represented as a JavaScript number",
  );
}

/** Returns the whole buffer, because the native package `libsql` never returns a blob as a part of a shared buffer. */
function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}
