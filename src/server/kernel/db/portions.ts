import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@libsql/client";
import type { Statement } from "./statement";

/** How many rows one transaction deletes at most. Writing to a local file is synchronous, so other requests wait. */
export const PORTION = 2_000;
/** After a portion that takes longer, as on a slow disk, the next one has half as many rows. */
const LONG_MS = 25;
const SMALLEST_PORTION = 250;
const LONGEST_PAUSE_MS = 1_000;

let lastPause: Promise<void> = Promise.resolve();

/**
 * Lets the event loop answer requests before the next portion of a long task. Concurrent long tasks take turns: together
 * their portions would block the event loop as one long portion does.
 */
export function yieldToRequests(): Promise<void> {
  return (lastPause = lastPause.then(() => sleep(1)));
}

/**
 * Runs a long task in portions. After each it pauses as long as the portion took, so that half of the time is left for
 * requests. Each portion must be stored by itself, so that the next run continues where a process was stopped.
 * @param next runs one portion of at most so many rows, and returns whether more may be left
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
 * Deletes all rows that match the condition, in portions. Two processes may run it at once.
 * @param condition SQL after `where` that names columns of the table only
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
