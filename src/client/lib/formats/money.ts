import { locale as ownLocale } from "../language/language.ts";

/**
 * Formats an amount of money, such as `"$1,200.50"`. A whole amount has no decimals: `"$12"`.
 *
 * @param amount in the smallest unit of the currency: cents, or yen
 * @param currency ISO 4217, in any case
 */
export function formatMoney(
  amount: number,
  currency: string,
  locale: string = ownLocale,
): string {
  return formatterOf(currency, locale, "stripIfInteger").format(
    inUnits(amount, currency),
  );
}

/** Formats an amount of money with all decimals, such as `"$12.00"`, for columns and amounts due. */
export function formatExactMoney(
  amount: number,
  currency: string,
  locale: string = ownLocale,
): string {
  return formatterOf(currency, locale, "auto").format(
    inUnits(amount, currency),
  );
}

function inUnits(amount: number, currency: string): number {
  const { maximumFractionDigits = 0 } = formatterOf(
    currency,
    "en",
    "auto",
  ).resolvedOptions();
  return amount / 10 ** maximumFractionDigits;
}

function formatterOf(
  currency: string,
  locale: string,
  trailingZeroDisplay: "auto" | "stripIfInteger",
) {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay,
  });
}
