let isPlanned = false;

/**
 * Collects garbage in the next turn of the event loop, once for all who asked in this one: nothing else finalizes
 * a native statement, and in this turn the stack may still refer to the last one used.
 */
export function collectSoon(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    Bun.gc(true);
  });
}
