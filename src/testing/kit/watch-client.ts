import { expect } from "bun:test";
import type { Client, ResultSet } from "@libsql/client";
import { PORTION } from "#server/kernel/db/portions";
import { tapClient } from "./tap-client";

/** A call of the database driver, with the number of changed rows and the turn of the event loop in which it ran. */
export interface DriverCall {
  sql: string[];
  rowsAffected: number;
  turn: number;
}

/**
 * Records the calls of a database client.
 * @param afterCall runs after a call is recorded, before its result is returned
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
  const watched = tapClient(client, { done: note });
  return { client: watched, calls, stop: () => void (isWatching = false) };
}

/**
 * Expects that the calls changed this many rows together. Each call may change at most one portion and must run in its
 * own turn of the event loop.
 */
export function expectPortions(
  calls: readonly Omit<DriverCall, "sql">[],
  rows: number,
): void {
  const changed = calls.map(({ rowsAffected }) => rowsAffected);
  expect(changed.reduce((sum, each) => sum + each, 0)).toBe(rows);
  expect(Math.max(...changed)).toBeLessThanOrEqual(PORTION);
  expect(new Set(calls.map(({ turn }) => turn)).size).toBe(calls.length);
}
