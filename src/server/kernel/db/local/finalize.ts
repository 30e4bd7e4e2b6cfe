/** So many closed connections are finalized together, because collecting garbage takes up to a tenth of a second. */
const TOGETHER = 8;

let waiting = 0;
let isPlanned = false;

/** Finalizes closed connections, several at once. So the process never keeps the files of many of them open. */
export function finalizeTogether(): void {
  waiting++;
  if (waiting >= TOGETHER) finalizeSoon();
}

/**
 * Finalizes all closed connections in the next turn of the event loop. Only garbage collection finalizes native
 * statements. In the present turn, the stack may still refer to the last statement.
 */
export function finalizeSoon(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    waiting = 0;
    Bun.gc(true);
  });
}
