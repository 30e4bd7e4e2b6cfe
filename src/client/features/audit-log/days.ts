const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Converts the first and last day of a period in the user's time zone to ISO 8601 times. Both times are inclusive. */
export function momentsOf({ from, to }: { from: string; to: string }): {
  from?: string;
  to?: string;
} {
  const first = startOf(from);
  // The period ends one millisecond before the start of the next day. Adding 24 hours would be wrong, because a day can
  // also have 23 or 25 hours.
  const end = startOf(to, 1);
  return {
    ...(first && { from: first.toISOString() }),
    ...(end && { to: new Date(end.getTime() - 1).toISOString() }),
  };
}

/**
 * Whether the text is an existing day, such as `"2026-12-03"`. Years before 1970 are rejected, because a user who types
 * the year `2026` enters `0002` on the way.
 */
export function isDay(text: string): boolean {
  return startOf(text) !== undefined;
}

/** Returns the start of a day in the user's time zone, `later` days after the given day. */
function startOf(day: string, later = 0): Date | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const start = new Date(year, month - 1, date);
  const exists = start.getMonth() === month - 1 && start.getDate() === date;
  if (!exists || year < 1970) return undefined;
  return new Date(year, month - 1, date + later);
}
