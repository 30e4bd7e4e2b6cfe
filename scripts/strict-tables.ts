import { StepFailed } from "./run.ts";

const breakpoint = "--> statement-breakpoint";

/** Adds STRICT to every CREATE TABLE of a generated migration, so that SQLite refuses values of the wrong type. */
export function makeTablesStrict(migration: string) {
  return migration.split(breakpoint).map(makeStrict).join(breakpoint);
}

function makeStrict(statement: string) {
  if (!/^\s*create\s+(temp\s+)?table\b/i.test(statement)) return statement;
  if (/\)\s*strict\s*;?\s*$/i.test(statement)) return statement;
  if (!/\)\s*;?\s*$/.test(statement)) {
    throw new StepFailed(
      `This table cannot be made STRICT:\n${statement.trim()}`,
    );
  }
  return statement.replace(/\)(\s*;?\s*)$/, ") STRICT$1");
}
