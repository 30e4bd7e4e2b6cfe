import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@libsql/client";
import type { Statement } from "./statement";

/** How many rows one transaction deletes at most: a local file is written to synchronously, and other requests wait. */
export const PORTION = 2_000;
/** Where a portion takes longer, as on a slow disk, the next one has half as many rows. */
const LONG_MS = 25;
const SMALLEST_PORTION = 250;
const LONGEST_PAUSE_MS = 1_000;

let lastPause: Promise<void> = Promise.resolve();

/**
 * Lets the event loop answer requests before a portion of a long piece of work. Of several such pieces only one goes on
 * at a time: side by side they would hold up others as one long portion does.
 */
export function yieldToRequests(): Promise<void> {
  return (lastPause = lastPause.then(() => sleep(1)));
}

/**
 * Runs one portion of a long piece of work after the other, and pauses in between as long as the portion took: half of
 * the time is left for requests. Each portion must be stored on its own, so that a process that ends in between leaves
 * the rest to the next run.
 * @param next does one portion of so many rows at most, and says whether more may be left
 * @param signal ends the work between two portions
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
 * Deletes every row that the condition names, in portions. Two processes may do so at once: each deletes what is left.
 * @param condition SQL after `where`, on the table alone
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
