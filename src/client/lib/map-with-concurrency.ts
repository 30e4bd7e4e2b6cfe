/**
 * Runs a task for every item, with at most `atOnce` tasks at the same time. Returns the error of each item, or
 * `undefined` for a success.
 */
export async function mapWithConcurrency<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  atOnce = 4,
): Promise<unknown[]> {
  const failures: unknown[] = items.map(() => undefined);
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      // While this worker waits for its task, the other workers take the next items.
      // eslint-disable-next-line no-await-in-loop
      await act(item).catch((error: unknown) => (failures[index] = error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}
