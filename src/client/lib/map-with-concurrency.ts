/** Runs a task for every item with limited concurrency. Returns the error of each item, `undefined` for a success. */
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
      // The other workers take the next items meanwhile.
      // eslint-disable-next-line no-await-in-loop
      await act(item).catch((error: unknown) => (failures[index] = error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}
