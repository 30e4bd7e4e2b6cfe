const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the day of a moment in UTC, such as `2026-11-30`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Returns the first moment of a day in UTC, in milliseconds since 1970. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** @param days how many days later; a negative number gives an earlier day */
export function addDays(day: string, days: number): string {
  return dayOf(startOf(day) + days * DAY_MS);
}

/** Counts the days from `from` to `to`, both included. */
export function lengthOf(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / DAY_MS + 1;
}

/** A calendar month in UTC. */
export interface Month {
  /** The first day, such as `2026-11-01`. */
  firstDay: string;
  lastDay: string;
  /** The moment at which the next month begins, in milliseconds since 1970. */
  endsAt: number;
}

export function monthOf(at: number): Month {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const endsAt = Date.UTC(year, month + 1);
  return {
    firstDay: dayOf(Date.UTC(year, month)),
    lastDay: dayOf(endsAt - 1),
    endsAt,
  };
}
