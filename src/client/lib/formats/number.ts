import { locale as ownLocale } from "../language/language.ts";

/** `"1,200"` */
export function formatCount(count: number, locale: string = ownLocale): string {
  return count.toLocaleString(locale);
}

/** Days in whole years if possible: `"90 days"`, `"2 years"`. */
export function formatPeriod(days: number, locale: string = ownLocale): string {
  const years = Math.round(days / 365);
  const [count, unit] = days < 365 ? [days, "day"] : [years, "year"];
  return count.toLocaleString(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
  });
}

/** A fraction of 1 as `"12%"`. */
export function formatPercent(
  share: number,
  locale: string = ownLocale,
): string {
  return share.toLocaleString(locale, { style: "percent" });
}

/** `"Ada, Ben, and Cid"`, or `"Ada, Ben, or Cid"`. */
export function formatList(
  items: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
  locale: string = ownLocale,
): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}
