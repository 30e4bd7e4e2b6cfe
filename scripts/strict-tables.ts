const breakpoint = "--> statement-breakpoint";

/** Appends STRICT to every CREATE TABLE of a generated migration; SQLite then refuses values of the wrong type. */
export function makeTablesStrict(migration: string) {
  return migration.split(breakpoint).map(makeStrict).join(breakpoint);
}

function makeStrict(statement: string) {
  if (!/^\s*create\s+(temp\s+)?table\b/i.test(statement)) return statement;
  if (/\)\s*strict\s*;?\s*$/i.test(statement)) return statement;
  if (!/\)\s*;?\s*$/.test(statement)) throw new NotATable(statement);
  return statement.replace(/\)(\s*;?\s*)$/, ") STRICT$1");
}

/** A CREATE TABLE that does not end with its list of columns. */
export class NotATable extends Error {
  constructor(statement: string) {
    super(`This table cannot be made STRICT:\n${statement.trim()}`);
  }
}
