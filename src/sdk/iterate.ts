interface Page {
  items: unknown[];
  nextCursor: string | null;
}

/** Returns the rows of all pages. A page is read when the loop arrives at it. */
export async function* iterate(
  read: (cursor: string | undefined) => Promise<unknown>,
): AsyncGenerator<unknown, void, void> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = pageOf(await read(cursor));
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** The cast is safe: only procedures that answer with a page have the method `iterate`. */
function pageOf(answer: unknown): Page {
  return answer as Page;
}
