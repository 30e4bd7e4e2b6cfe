import type Database from "libsql";
import { actsOnRows, PreparedStatement } from "./statement";

/**
 * The maximum length of a cached SQL text, in characters. A longer text is a bulk statement, which is seldom repeated
 * and takes much memory when prepared.
 */
const MAX_KEPT_LENGTH = 8_000;

/**
 * Caches the prepared statements of one connection by their SQL text. A full cache drops the least recently used
 * statement.
 */
export class StatementCache {
  readonly #database: Database.Database;
  readonly #capacity: number;
  readonly #kept = new Map<string, PreparedStatement>();

  constructor(database: Database.Database, capacity: number) {
    this.#database = database;
    this.#capacity = capacity;
  }

  /**
   * Returns the prepared statement for an SQL text. Runs with named arguments and runs with positional arguments use
   * separate statements, because a statement keeps the values of its last run.
   */
  find(sql: string, isNamed: boolean): PreparedStatement {
    const key = isNamed ? `:${sql}` : sql;
    const kept = this.#kept.get(key);
    const statement = kept ?? this.#prepare(sql, isNamed);
    if (kept || isWorthKeeping(sql)) this.#keep(key, statement);
    return statement;
  }

  forget(): void {
    this.#kept.clear();
  }

  #keep(key: string, statement: PreparedStatement): void {
    this.#kept.delete(key);
    this.#kept.set(key, statement);
    if (this.#kept.size <= this.#capacity) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  #prepare(sql: string, isNamed: boolean): PreparedStatement {
    if (isNamed) refuseNamelessParameters(sql);
    return new PreparedStatement(this.#database.prepare(sql), sql);
  }
}

function isWorthKeeping(sql: string): boolean {
  return sql.length <= MAX_KEPT_LENGTH && actsOnRows(sql);
}

const QUOTED_OR_COMMENT =
  /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(\*\/|$)/g;

/**
 * Refuses a plain `?` with named arguments, because the native package `libsql` aborts the process when it looks up the
 * name of a parameter that has none.
 */
function refuseNamelessParameters(sql: string): void {
  if (/\?(?!\d)/.test(sql.replaceAll(QUOTED_OR_COMMENT, " ")))
    throw new TypeError(
      "named arguments cannot be bound to a plain ? parameter",
    );
}
