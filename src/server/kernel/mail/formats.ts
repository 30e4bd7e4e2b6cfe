import type { Language } from "#shared/languages";

const LOCALES: Record<Language, string> = { en: "en-US", de: "de-DE" };
const DAY = { dateStyle: "long", timeZone: "UTC" } as const;
const MOMENT = { ...DAY, timeStyle: "short" } as const;

/** Created when the first mail needs them, because creating one takes 10 ms. */
const created = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a day, such as `"December 7, 2026"`.
 * @param at milliseconds since 1970 UTC
 */
export function formatDay(at: number, language: Language): string {
  return formatOf(language, DAY).format(at);
}

/**
 * Formats a moment in UTC, such as `"December 7, 2026 at 3:22 AM UTC"`, because the time zone of a mail's recipient is
 * unknown. Only mails in which the time matters show it.
 * @param at milliseconds since 1970 UTC
 */
export function formatMoment(at: number, language: Language): string {
  // English puts a narrow space before AM and PM, which some mail programs do not show.
  return `${formatOf(language, MOMENT).format(at).replaceAll("\u202f", " ")} UTC`;
}

/** Formats a count: `1,200` or `1.200` */
export function formatCount(amount: number, language: Language): string {
  return amount.toLocaleString(LOCALES[language]);
}

/** Formats a number of days, such as `90 days` or `2 years`. */
export function formatPeriod(days: number, language: Language): string {
  const years = Math.round(days / 365);
  const [amount, unit] = days < 365 ? [days, "day"] : [years, "year"];
  return amount.toLocaleString(LOCALES[language], {
    style: "unit",
    unit,
    unitDisplay: "long",
  });
}

function formatOf(
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${options.timeStyle}`;
  const known = created.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], options);
  created.set(key, format);
  return format;
}
