import type { InArgs, InStatement, InValue } from "@libsql/client";

/** A value that the native package `libsql` can bind to a parameter. */
export type Bindable = null | string | number | bigint | Uint8Array;
export type Positional = Bindable[];
export type Named = Record<string, Bindable>;

/** A statement in any of the forms that a database client accepts. */
export type AnyStatement = InStatement | [sql: string, args?: InArgs];

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 63n - 1n;

export function sqlOf(statement: AnyStatement): string {
  if (typeof statement === "string") return statement;
  return Array.isArray(statement) ? statement[0] : statement.sql;
}

export function argsOf(statement: AnyStatement): InArgs | undefined {
  if (typeof statement === "string") return undefined;
  return Array.isArray(statement) ? statement[1] : statement.args;
}

/**
 * Converts the arguments of a statement for the native package `libsql`. Missing arguments become an empty list,
 * because named arguments for a plain `?` would abort the process in native code.
 */
export function toBindable(args: InArgs | undefined): Positional | Named {
  if (args === undefined || args === null) return [];
  return Array.isArray(args) ? args.map(bindValue) : bindNames(args);
}

function bindNames(args: Record<string, InValue>): Named {
  const named: Named = {};
  for (const [name, value] of Object.entries(args))
    named[name.replace(/^[@$:]/, "")] = bindValue(value);
  return named;
}

function bindValue(value: InValue): Bindable {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return bindNumber(value);
    case "bigint":
      return bindInteger(value);
    case "boolean":
      return value ? 1n : 0n;
    case "undefined":
      throw new TypeError(
        "undefined cannot be passed as argument to the database",
      );
    default:
      return bindObject(value);
  }
}

/**
 * Turns an integer into a bigint, so that SQLite gets an INTEGER. The native package `libsql` binds every number as
 * REAL: a TEXT column would store "1.0", and `? / 2` would return a fraction.
 */
function bindNumber(value: number): Bindable {
  if (Number.isSafeInteger(value)) return BigInt(value);
  if (Number.isFinite(value)) return value;
  throw new RangeError(
    "Only finite numbers (not Infinity or NaN) can be passed as arguments",
  );
}

function bindInteger(value: bigint): bigint {
  if (value >= MIN_INTEGER && value <= MAX_INTEGER) return value;
  throw new RangeError(
    "bigint is too large to be represented as a 64-bit integer and passed as argument",
  );
}

/** Converts a date or a buffer to a value that the native package `libsql` can bind. */
function bindObject(value: null | ArrayBuffer | Uint8Array | Date): Bindable {
  if (value instanceof Date) return bindNumber(value.valueOf());
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value;
}
