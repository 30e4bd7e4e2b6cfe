import { locale as ownLocale } from "../language/language.ts";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/**
 * Formats a time relative to now: `"3 hours ago"`, `"in 2 days"`, or `"now"` for less than a minute.
 *
 * @param now milliseconds
 */
export function formatRelative(
  time: Date,
  now: number,
  locale: string = ownLocale,
): string {
  const seconds = (time.getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, length] of UNITS)
    if (Math.abs(seconds) >= length)
      return format.format(wholeUnits(seconds / length), unit);
  return format.format(0, "second");
}

// Rounds a future time to the nearest unit, so that 7 days are still 7 days a moment later. Rounds a past time down.
function wholeUnits(units: number): number {
  return units > 0 ? Math.round(units) : Math.trunc(units);
}

/** Formats date and time to the second, with the time zone. */
export function formatExact(time: Date, locale: string = ownLocale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "long",
  }).format(time);
}

/** Formats the time of day: `"9:05 AM"`. */
export function formatTimeOfDay(
  time: Date,
  locale: string = ownLocale,
): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(time);
}

/** Formats the day of a time: `"3 December 2026"`. */
export function formatDay(time: Date, locale: string = ownLocale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(time);
}

/** Formats a calendar day without a time zone: `"2026-12-03"` becomes `"3 December 2026"`. */
export function formatDate(date: string, locale: string = ownLocale): string {
  return dateIn(date, locale, { dateStyle: "long" });
}

/** Formats a calendar day for the axis of a chart: `"3 Dec"`. */
export function formatShortDate(
  date: string,
  locale: string = ownLocale,
): string {
  return dateIn(date, locale, { day: "numeric", month: "short" });
}

function dateIn(
  date: string,
  locale: string,
  style: Intl.DateTimeFormatOptions,
): string {
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}
