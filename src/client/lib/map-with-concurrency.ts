/** Does the same for many, a few at a time, and gives what each of them threw; `undefined` for those that went well. */
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
      // A colleague beside this one takes the next item meanwhile.
      // eslint-disable-next-line no-await-in-loop
      await act(item).catch((error: unknown) => (failures[index] = error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}
