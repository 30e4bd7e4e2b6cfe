let format: Intl.DateTimeFormat | undefined;

/**
 * Formats a moment in UTC, such as `"23 November 2026 at 22:05 UTC"`, because the time zone of a mail's recipient is
 * unknown.
 * @param at milliseconds since 1970 UTC
 */
export function formatMoment(at: number): string {
  // The format is created when the first mail needs it, because creating it takes 10 ms.
  format ??= new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}
