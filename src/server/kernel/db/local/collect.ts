let isPlanned = false;

/**
 * Collects garbage in the next turn of the event loop, once for all calls of this turn. Only that finalizes native
 * statements, and in this turn the stack may still refer to the last one.
 */
export function collectSoon(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    Bun.gc(true);
  });
}
