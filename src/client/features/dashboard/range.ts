import type { Analytics } from "./use-analytics.ts";
import { locale as ownLocale } from "#client/lib/language/language.ts";

/** Periods that the address may name: `?range=90d`. The first one is meant where it names none. */
export const RANGES = ["30d", "7d", "90d", "12m"] as const;
export type Range = (typeof RANGES)[number];
/** As they are read: from short to long. */
export const RANGES_BY_LENGTH = ["7d", "30d", "90d", "12m"] as const;

const DAYS: Record<Range, number> = {
  "7d": 7,
  "30d": 30,
  "90d": 90,
  "12m": 365,
};
const DAY_MS = 86_400_000;
// No time zone begins its day anywhere else, and within it the question stays the same.
const QUARTER_MS = 900_000;

/** A moment of the first day of a period that ends today, wherever the organization is. */
export function startOf(range: Range, now: number): string {
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  return new Date(quarter - (DAYS[range] - 1) * DAY_MS).toISOString();
}

/** What a share of the number before a number is more, or less: 0.12; nothing to compare with is undefined. */
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
