import { locale as ownLocale } from "../language/language.ts";

/** `"1,200"` */
export function formatCount(count: number, locale: string = ownLocale): string {
  return count.toLocaleString(locale);
}

/** A share of one: `"12%"`. */
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
