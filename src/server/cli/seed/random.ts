export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** The activity on each weekday, starting with Sunday; 1 is an average working day. */
const BUSYNESS = [0.06, 1, 1.15, 1.2, 1.1, 0.8, 0.1] as const;

/** A random generator that repeats its values: the same seed gives the same sample data. */
export interface Random {
  /** Returns a number of at least `from` and less than `to`. */
  between(from: number, to: number): number;
  /** Returns an item of the list. @throws when the list is empty */
  pick<T>(list: readonly T[]): T;
  /** Returns a random number of events whose average is `mean` (Poisson distribution). */
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

/** Returns a time in the working hours of a day (UTC), most likely around noon. */
export function workingTime(random: Random, day: number): number {
  const hour = (random.between(7, 18) + random.between(7, 18)) / 2;
  return day - (day % DAY) + Math.floor(hour * HOUR);
}

/** Returns the day itself, or the Friday before if the day is at a weekend. */
export function workingDay(day: number): number {
  const weekday = new Date(day).getUTCDay();
  const daysAfterFriday = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return day - daysAfterFriday * DAY;
}

/** The generator of Tommy Ettinger. Its 32 bits of state are enough for a few thousand rows. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
