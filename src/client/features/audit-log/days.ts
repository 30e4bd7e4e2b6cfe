const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Converts days in the user's time zone to ISO 8601 times, both inclusive. */
export function momentsOf({ from, to }: { from: string; to: string }): {
  from?: string;
  to?: string;
} {
  const first = startOf(from);
  // One millisecond before the next day, because a day can have 23 or 25 hours.
  const end = startOf(to, 1);
  return {
    ...(first && { from: first.toISOString() }),
    ...(end && { to: new Date(end.getTime() - 1).toISOString() }),
  };
}

/** Whether the text is an existing day: `"2026-12-03"`. Years before 1970 are incomplete input: `0002` on the way to `2026`. */
export function isDay(text: string): boolean {
  return startOf(text) !== undefined;
}

/** Start of a day in the user's time zone, plus a number of days. */
function startOf(day: string, later = 0): Date | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const start = new Date(year, month - 1, date);
  const exists = start.getMonth() === month - 1 && start.getDate() === date;
  if (!exists || year < 1970) return undefined;
  return new Date(year, month - 1, date + later);
}
