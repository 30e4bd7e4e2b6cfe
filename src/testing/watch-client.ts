import { expect } from "bun:test";
import type { Client, ResultSet } from "@libsql/client";
import { PORTION } from "../server/db/portions";

/** One call of the driver: how many statements it had, how many rows they changed, and in which turn of the event loop it ran. */
export interface DriverCall {
  sql: string[];
  rowsAffected: number;
  turn: number;
}

/**
 * Stands before a client and notes what is asked of it.
 * @param afterCall is done when a call has been noted, before it is answered
 */
export function watchClient(
  client: Client,
  afterCall: (calls: readonly DriverCall[]) => void = () => {},
): {
  client: Client;
  calls: DriverCall[];
  stop(): void;
} {
  const calls: DriverCall[] = [];
  let turn = 0;
  let isWatching = true;
  const count = () => {
    turn++;
    if (isWatching) setImmediate(count);
  };
  setImmediate(count);
  const note = (sql: string[], results: ResultSet[]) => {
    const rowsAffected = results.reduce(
      (sum, result) => sum + result.rowsAffected,
      0,
    );
    calls.push({ sql, rowsAffected, turn });
    afterCall(calls);
  };
  const watched = new Proxy(client, {
    get(target, name) {
      if (name === "execute")
        return async (...args: Parameters<Client["execute"]>) => {
          const result = await target.execute(...args);
          note([textOf(args[0])], [result]);
          return result;
        };
      if (name === "batch")
        return async (...args: Parameters<Client["batch"]>) => {
          const results = await target.batch(...args);
          note(args[0].map(textOf), results);
          return results;
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { client: watched, calls, stop: () => void (isWatching = false) };
}

/** So many rows in all, at most a portion of them in one call, and each call in a turn of the event loop of its own. */
export function expectPortions(
  calls: readonly Omit<DriverCall, "sql">[],
  rows: number,
): void {
  const changed = calls.map(({ rowsAffected }) => rowsAffected);
  expect(changed.reduce((sum, each) => sum + each, 0)).toBe(rows);
  expect(Math.max(...changed)).toBeLessThanOrEqual(PORTION);
  expect(new Set(calls.map(({ turn }) => turn)).size).toBe(calls.length);
}

function textOf(statement: unknown): string {
  if (typeof statement === "string") return statement;
  if (Array.isArray(statement)) return String(statement[0]);
  return String((statement as { sql: string }).sql);
}
