/** A day in a time zone, in milliseconds since 1970 UTC: `from` is included, `to` is not. */
export interface Day {
  /** For example: 2026-12-03 */
  date: string;
  from: number;
  to: number;
}

/** All days between two days, both included. A day has 23 or 25 hours when the clocks change. */
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

/** @returns for example: 2026-12-03 */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** @param days negative for an earlier date */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The number of days, both included; 0 or less when `from` is after `to`. */
export function lengthOf(from: string, to: string): number {
  const { days } = Temporal.PlainDate.from(from).until(to, {
    largestUnit: "day",
  });
  return days + 1;
}

/** The end of the day, in milliseconds since 1970 UTC. */
export function endOf(date: string, timeZone: string): number {
  return startOf(Temporal.PlainDate.from(date).add({ days: 1 }), timeZone);
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
