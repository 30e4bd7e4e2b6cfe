let isPlanned = false;

/**
 * Collects garbage in the next turn of the event loop, because only garbage collection finalizes native statements. In
 * the present turn, the stack may still refer to the last statement.
 */
export function collectSoon(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    Bun.gc(true);
  });
}
