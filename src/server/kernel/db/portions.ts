import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@libsql/client";
import type { Statement } from "./statement";

/**
 * The maximum number of rows that one portion of a long task writes. Writing to a local file is synchronous, so
 * requests wait until the portion ends.
 */
export const PORTION = 2_000;
/**
 * If a portion takes longer than this number of milliseconds, as on a slow disk, the next portion has half as many
 * rows.
 */
const LONG_MS = 25;
const SMALLEST_PORTION = 250;
const LONGEST_PAUSE_MS = 1_000;

let lastPause: Promise<void> = Promise.resolve();

/**
 * Lets the event loop answer requests before the next portion of a long task. Concurrent long tasks take turns, because
 * their portions would together block the event loop like one long portion.
 */
export function yieldToRequests(): Promise<void> {
  return (lastPause = lastPause.then(() => sleep(1)));
}

/**
 * Runs a long task in portions, and pauses after each portion as long as the portion took, so that requests get half of
 * the time. Each portion must commit its changes, so that a later run can continue where a stopped process has ended.
 * @param next runs one portion of at most `rows` rows, and returns whether more rows may be left
 * @param signal ends the task between two portions
 */
export async function inPortions(
  next: (rows: number) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  let rows = PORTION;
  for (;;) {
    await yieldToRequests();
    if (signal?.aborted) return;
    const started = performance.now();
    if (!(await next(rows))) return;
    const took = performance.now() - started;
    rows =
      took > LONG_MS
        ? Math.max(SMALLEST_PORTION, rows / 2)
        : Math.min(PORTION, rows * 2);
    await sleep(Math.min(took, LONGEST_PAUSE_MS));
  }
}

/**
 * Deletes all rows that match the condition, in portions. Two processes may delete the same rows at the same time.
 * @param condition SQL after `where` that names only columns of the table
 */
export async function deleteInPortions(
  client: Client,
  table: string,
  condition: Statement,
  signal?: AbortSignal,
): Promise<void> {
  const next = async (rows: number) => {
    const { rowsAffected } = await client.execute({
      sql: `delete from ${table} where rowid in (select rowid from ${table} where ${condition.sql} limit ${rows})`,
      args: condition.args,
    });
    return rowsAffected === rows;
  };
  await inPortions(next, signal);
}
