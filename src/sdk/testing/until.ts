const MOST_MS = 4000;

/** Waits until the condition is true. After a time limit it throws an error with the source of the condition. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + MOST_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Never: ${condition}`);
    await Bun.sleep(2);
  }
}
