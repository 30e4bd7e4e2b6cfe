/** Chance that repeats itself: the same seed tells the same story. */
export interface Random {
  /** At least `from` and less than `to`. */
  between(from: number, to: number): number;
  isLucky(probability: number): boolean;
  /** @throws when there is nothing to pick from. */
  pick<T>(list: readonly T[]): T;
  /** How often something happens that happens `mean` times on average (Poisson). */
  count(mean: number): number;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  return {
    between: (from, to) => from + next() * (to - from),
    isLucky: (probability) => next() < probability,
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined)
        throw new Error("There is nothing to pick from.");
      return chosen;
    },
    count(mean) {
      let count = 0;
      for (let left = Math.exp(-mean), p = next(); p > left; p *= next())
        count++;
      return count;
    },
  };
}

/** Tommy Ettinger's generator: 32 bits of state are plenty for a few thousand rows. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
