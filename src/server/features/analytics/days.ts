/** A day in some time zone, with the moments it lies between, in milliseconds: `from` belongs to it, `to` does not. */
export interface Day {
  /** `"2026-12-03"` */
  date: string;
  from: number;
  to: number;
}

/** The days from one to another, both included. A day has 23 or 25 hours where clocks are changed. */
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

/** The day of a moment: `"2026-12-03"`. */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Some days before, or after. */
export function shifted(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days from one to another, both included; not positive when they are the wrong way round. */
export function lengthOf(from: string, to: string): number {
  const { days } = Temporal.PlainDate.from(from).until(to, {
    largestUnit: "day",
  });
  return days + 1;
}

/** The moment at which the day is over. */
export function endOf(date: string, timeZone: string): number {
  return startOf(Temporal.PlainDate.from(date).add({ days: 1 }), timeZone);
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
