const MOST_MS = 4000;

/** Waits until the condition holds; throws with its source when it never does. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + MOST_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Never: ${condition}`);
    await Bun.sleep(2);
  }
}
