const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the reader's days mean to the server: moments in ISO 8601, both included. */
export function momentsOf({ from, to }: { from: string; to: string }): {
  from?: string;
  to?: string;
} {
  const first = startOf(from);
  // The last moment of that day, which has 23 or 25 hours twice a year.
  const end = startOf(to, 1);
  return {
    ...(first && { from: first.toISOString() }),
    ...(end && { to: new Date(end.getTime() - 1).toISOString() }),
  };
}

/** A day that exists: `"2026-12-03"`. While a year is typed it is one of antiquity, which nobody means. */
export function isDay(text: string): boolean {
  return startOf(text) !== undefined;
}

/** When a day begins where the reader is, or one some days later. */
function startOf(day: string, later = 0): Date | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const start = new Date(year, month - 1, date);
  const exists = start.getMonth() === month - 1 && start.getDate() === date;
  if (!exists || year < 1970) return undefined;
  return new Date(year, month - 1, date + later);
}
