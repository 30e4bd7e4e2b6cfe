import { LibsqlBatchError, LibsqlError } from "@libsql/client/sqlite3";
import Database from "libsql";

/** SQLite's primary result codes by number. The low byte of an extended code is its primary code. */
const PRIMARY_CODES = [
  undefined,
  "SQLITE_ERROR",
  "SQLITE_INTERNAL",
  "SQLITE_PERM",
  "SQLITE_ABORT",
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_NOMEM",
  "SQLITE_READONLY",
  "SQLITE_INTERRUPT",
  "SQLITE_IOERR",
  "SQLITE_CORRUPT",
  "SQLITE_NOTFOUND",
  "SQLITE_FULL",
  "SQLITE_CANTOPEN",
  "SQLITE_PROTOCOL",
  "SQLITE_EMPTY",
  "SQLITE_SCHEMA",
  "SQLITE_TOOBIG",
  "SQLITE_CONSTRAINT",
  "SQLITE_MISMATCH",
  "SQLITE_MISUSE",
  "SQLITE_NOLFS",
  "SQLITE_AUTH",
  "SQLITE_FORMAT",
  "SQLITE_RANGE",
  "SQLITE_NOTADB",
  "SQLITE_NOTICE",
  "SQLITE_WARNING",
];

/** Turns an error of the native package `libsql` into an error of `@libsql/client`. Returns other errors unchanged. */
export function toLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return new LibsqlError(
    error.message,
    primaryCode(error.rawCode),
    error.code,
    error.rawCode,
    error,
  );
}

/** Adds the index of the failed statement in its batch to an error. */
export function atStatement(error: unknown, index: number): unknown {
  if (error instanceof LibsqlBatchError || !(error instanceof LibsqlError))
    return error;
  const { message, code, extendedCode, rawCode, cause } = error;
  return new LibsqlBatchError(
    message,
    index,
    code,
    extendedCode,
    rawCode,
    cause instanceof Error ? cause : undefined,
  );
}

export function isConstraintError(error: unknown): boolean {
  return error instanceof LibsqlError && error.code === "SQLITE_CONSTRAINT";
}

function primaryCode(rawCode: number | undefined): string {
  if (rawCode === undefined) return "SQLITE_UNKNOWN";
  const primary = rawCode & 0xff;
  return PRIMARY_CODES[primary] ?? `SQLITE_UNKNOWN_${primary}`;
}
