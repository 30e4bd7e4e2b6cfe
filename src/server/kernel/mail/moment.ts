let format: Intl.DateTimeFormat | undefined;

/**
 * Formats a moment for mails, because the time zone of the reader is unknown: `"23 November 2026 at 22:05 UTC"`.
 * @param at milliseconds since 1970 UTC
 */
export function formatMoment(at: number): string {
  // Created for the first mail, because it takes 10 ms.
  format ??= new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}
