import { formatRelative } from "./formats/time.ts";
import { texts } from "./texts.ts";

const MINUTE_MS = 60_000;

/**
 * Returns a sentence about a change: `"Ana Lindqvist changed this 2 minutes ago."`
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
      ? texts().whoChanged.justNow
      : formatRelative(time, now);
  if (!change.by) return texts().whoChanged.byUnknown(ago);
  if (change.by.id === readerId) return texts().whoChanged.byYou(ago);
  // The isolate characters around the name keep a right-to-left name from reordering the sentence.
  return texts().whoChanged.byThem(`\u2068${change.by.name}\u2069`, ago);
}
