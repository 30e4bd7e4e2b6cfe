import { formatRelative } from "./formats/time.ts";
import { TEXTS } from "./texts.ts";

const MINUTE_MS = 60_000;

/**
 * `"Ana Lindqvist changed this 2 minutes ago."`
 *
 * @param now milliseconds
 */
export function whoChanged(
  change: { by: { id: string; name: string } | undefined; at: string },
  readerId: string | undefined,
  now: number,
): string {
  const time = new Date(change.at);
  const ago =
    now - time.getTime() < MINUTE_MS
      ? TEXTS.whoChanged.justNow
      : formatRelative(time, now, "en");
  if (!change.by) return TEXTS.whoChanged.byNobody(ago);
  if (change.by.id === readerId) return TEXTS.whoChanged.byYou(ago);
  // First-strong isolates keep a right-to-left name from turning the sentence around.
  return TEXTS.whoChanged.byThem(`\u2068${change.by.name}\u2069`, ago);
}
