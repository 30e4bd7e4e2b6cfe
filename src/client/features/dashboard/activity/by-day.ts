import { formatDay } from "#client/lib/formats/time.ts";
import { locale as ownLocale } from "#client/lib/language/language.ts";

const DAY_MS = 86_400_000;

interface Dated {
  at: string;
}

export interface EventsOfDay<Event> {
  /** The start of the day. */
  start: Date;
  /** The day in words: "Today", "Yesterday" or its date. */
  label: string;
  events: Event[];
}

/** Groups events by their day in the time zone of the user, in the order of the events. */
export function byDay<Event extends Dated>(
  events: readonly Event[],
  now: number,
  locale: string = ownLocale,
): EventsOfDay<Event>[] {
  const days = Map.groupBy(events, ({ at }) => startOfDay(Date.parse(at)));
  return [...days].map(([start, of]) => ({
    start: new Date(start),
    label: labelOf(start, startOfDay(now), locale),
    events: of,
  }));
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

function labelOf(start: number, today: number, locale: string): string {
  const days = Math.round((start - today) / DAY_MS);
  if (days < -1 || days > 0) return formatDay(new Date(start), locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const label = relative.format(days, "day");
  return label.charAt(0).toLocaleUpperCase(locale) + label.slice(1);
}
