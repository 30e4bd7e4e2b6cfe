import { hasWords, wordsOf } from "#client/lib/matching.ts";

/** How many things of a kind the command palette shows. */
const AT_MOST = 5;

/** Returns the things of a loaded list whose names contain all words. */
export function found<Thing>(
  things: readonly Thing[],
  asked: string | undefined,
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  if (asked === undefined) return [];
  const words = wordsOf(asked);
  return things
    .filter((thing) => hasWords(nameOf(thing), words))
    .slice(0, AT_MOST);
}
