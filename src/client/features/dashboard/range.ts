import type { Analytics } from "./use-analytics.ts";
import { locale as ownLocale } from "#client/lib/language/language.ts";

/** Periods in the URL: `?range=90d`. The first one is the default. */
export const RANGES = ["30d", "7d", "90d", "12m"] as const;
export type Range = (typeof RANGES)[number];
/** From short to long. */
export const RANGES_BY_LENGTH = ["7d", "30d", "90d", "12m"] as const;

const DAYS: Record<Range, number> = {
  "7d": 7,
  "30d": 30,
  "90d": 90,
  "12m": 365,
};
const DAY_MS = 86_400_000;
// All time zones start their day at a quarter hour, and rounding keeps the query key stable.
const QUARTER_MS = 900_000;

/** A time on the first day of a period that ends today. */
export function startOf(range: Range, now: number): string {
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  return new Date(quarter - (DAYS[range] - 1) * DAY_MS).toISOString();
}

/** Relative change of the number of events: 0.12 is 12 % more. Undefined without events in the previous period. */
export function changeOf({
  period,
  previous,
}: Pick<Analytics, "period" | "previous">) {
  if (previous.events === 0) return undefined;
  return (period.events - previous.events) / previous.events;
}

/** `"+3"`, `"−1"`, `"0"` */
export function signed(count: number, locale: string = ownLocale): string {
  return new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(
    count,
  );
}
