export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** How busy a weekday is, from Sunday on; 1 is an average working day. */
const BUSYNESS = [0.06, 1, 1.15, 1.2, 1.1, 0.8, 0.1] as const;

/** Random values that repeat: the same seed gives the same sample data. */
export interface Random {
  /** At least `from` and less than `to`. */
  between(from: number, to: number): number;
  /** @throws when the list is empty */
  pick<T>(list: readonly T[]): T;
  /** The number of events where `mean` happen on average (Poisson). */
  count(mean: number): number;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  return {
    between: (from, to) => from + next() * (to - from),
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error("The list is empty.");
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

export function busynessOf(time: number): number {
  return BUSYNESS[new Date(time).getUTCDay()] ?? 1;
}

/** A time in the working hours of a day, most likely around noon (UTC). */
export function workingTime(random: Random, day: number): number {
  const hour = (random.between(7, 18) + random.between(7, 18)) / 2;
  return day - (day % DAY) + Math.floor(hour * HOUR);
}

/** The day itself, or the Friday before a weekend. */
export function workingDay(day: number): number {
  const weekday = new Date(day).getUTCDay();
  const daysAfterFriday = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return day - daysAfterFriday * DAY;
}

/** Tommy Ettinger's generator: 32 bits of state are enough for a few thousand rows. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
