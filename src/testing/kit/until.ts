/** Asks again and again until there is an answer; fails with the sentence when there is none for too long. */
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
  throw new Error(`Waited in vain: ${sentence}`);
}
