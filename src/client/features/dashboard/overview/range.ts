/** The values of the URL parameter for the period: `?range=90d`. The first value is the default. */
export const RANGES = ["30d", "7d", "90d", "12m"] as const;
export type Range = (typeof RANGES)[number];
/** The periods from the shortest to the longest. */
export const RANGES_BY_LENGTH = ["7d", "30d", "90d", "12m"] as const;

const DAYS: Record<Range, number> = {
  "7d": 7,
  "30d": 30,
  "90d": 90,
  "12m": 365,
};
const DAY_MS = 86_400_000;
// Times are rounded down to a quarter of an hour, so that the query key does not change on every render. In all time
// zones a day starts at a quarter of an hour, so rounding never changes the day.
const QUARTER_MS = 900_000;

/** Returns a time on the first day of the period. The period ends today. */
export function startOf(range: Range, now: number): string {
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  return new Date(quarter - (DAYS[range] - 1) * DAY_MS).toISOString();
}
