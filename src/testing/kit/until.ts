/** Calls `ask` repeatedly until it returns a value. The time limit only stops a test that hangs. */
export async function until<T>(
  sentence: string,
  ask: () => Promise<T | undefined> | T | undefined,
  patienceMs = 240_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await Bun.sleep(5);
  }
  throw new Error(`Timed out: ${sentence}`);
}
