import type { Random } from "./random";

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** How busy a day of the week is, from Sunday on, where 1 is an ordinary working day. */
const BUSYNESS = [0.06, 1, 1.15, 1.2, 1.1, 0.8, 0.1] as const;

export function busynessOf(moment: number): number {
  return BUSYNESS[new Date(moment).getUTCDay()] ?? 1;
}

/** A moment in the working hours of a day, most likely around noon (UTC). */
export function momentInDay(random: Random, moment: number): number {
  const middle = (random.between(7, 18) + random.between(7, 18)) / 2;
  return startOfDay(moment) + Math.floor(middle * HOUR);
}

/** A moment in the working hours so many days ago, or on the Friday before when that was a weekend. */
export function workingMoment(
  random: Random,
  now: number,
  daysAgo: number,
): number {
  const day = now - daysAgo * DAY;
  return momentInDay(random, day - daysAfterFriday(day) * DAY);
}

function daysAfterFriday(moment: number): number {
  const weekday = new Date(moment).getUTCDay();
  if (weekday === 6) return 1;
  return weekday === 0 ? 2 : 0;
}

function startOfDay(moment: number): number {
  return moment - (moment % DAY);
}
