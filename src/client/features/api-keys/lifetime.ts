import { texts } from "./texts.ts";

/** The lifetimes that the form offers, in days. */
const DAYS = [7, 30, 90, 180, 365];
const DEFAULT_DAYS = 90;
export const MAX_DAYS = 365;

/** A choice in the field for the lifetime: a number of days, or one of two words. */
export type Lifetime = `${number}` | "custom" | "never";

/**
 * Returns the choices for the lifetime of a key.
 *
 * @param max the largest number of days that the organization allows; null without a limit
 */
export function lifetimeChoices(max: number | null) {
  const days = DAYS.filter((count) => count <= (max ?? MAX_DAYS));
  if (max !== null && !days.includes(max)) days.push(max);
  return [
    ...days.map((count) => ({
      value: `${count}` as Lifetime,
      label: texts().form.days(count),
    })),
    { value: "custom" as Lifetime, label: texts().form.custom },
    ...(max === null
      ? [{ value: "never" as Lifetime, label: texts().form.never }]
      : []),
  ];
}

export function defaultLifetime(max: number | null): Lifetime {
  return `${Math.min(DEFAULT_DAYS, max ?? DEFAULT_DAYS)}`;
}
