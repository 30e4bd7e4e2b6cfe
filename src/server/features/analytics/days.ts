/** A day in a time zone. `from` (included) and `to` (excluded) are in milliseconds since 1970 UTC. */
export interface Day {
  /** The date of the day, for example 2026-12-03. */
  date: string;
  from: number;
  to: number;
}

/** Lists all days from `from` to `to`, both included. A day on which the clocks change has 23 or 25 hours. */
export function daysBetween(from: string, to: string, timeZone: string): Day[] {
  const days: Day[] = [];
  const last = Temporal.PlainDate.from(to);
  let date = Temporal.PlainDate.from(from);
  let start = startOf(date, timeZone);
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const next = date.add({ days: 1 });
    const end = startOf(next, timeZone);
    days.push({ date: date.toString(), from: start, to: end });
    [date, start] = [next, end];
  }
  return days;
}

/** @returns the date of a moment in the time zone, for example 2026-12-03 */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** @param days how many days later; a negative number gives an earlier date */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Counts the days from `from` to `to`, both included. The result is 0 or less when `from` is after `to`. */
export function lengthOf(from: string, to: string): number {
  const { days } = Temporal.PlainDate.from(from).until(to, {
    largestUnit: "day",
  });
  return days + 1;
}

/** Returns the moment at which the day ends, in milliseconds since 1970 UTC. */
export function endOf(date: string, timeZone: string): number {
  return startOf(Temporal.PlainDate.from(date).add({ days: 1 }), timeZone);
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
