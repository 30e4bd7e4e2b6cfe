import { locale as ownLocale } from "../language/language.ts";

/** Formats a count: `"1,200"`. */
export function formatCount(count: number, locale: string = ownLocale): string {
  return count.toLocaleString(locale);
}

/** Formats a number of days, such as `"90 days"`. From 365 days on it is rounded to years: `"2 years"`. */
export function formatPeriod(days: number, locale: string = ownLocale): string {
  const years = Math.round(days / 365);
  const [count, unit] = days < 365 ? [days, "day"] : [years, "year"];
  return count.toLocaleString(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
  });
}

/** Formats a fraction of 1 as a percentage, such as `"12%"`. */
export function formatPercent(
  share: number,
  locale: string = ownLocale,
): string {
  return share.toLocaleString(locale, { style: "percent" });
}

/** Joins texts to a list, such as `"Ada, Ben, and Cid"` or `"Ada, Ben, or Cid"`. */
export function formatList(
  items: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
  locale: string = ownLocale,
): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}
