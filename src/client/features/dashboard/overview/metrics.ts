import { formatCount, formatPercent } from "#client/lib/formats/number.ts";
import { texts } from "../texts.ts";
import type { Analytics } from "./use-analytics.ts";

/** The values of the URL parameter for the chart: `?chart=members`. The first value is the default. */
export const METRICS = ["events", "members", "projects"] as const;
export type Metric = (typeof METRICS)[number];

type Day = Analytics["days"][number];

/** A number of the organization, with its change against the previous period. */
export interface Figure {
  value: string;
  /** The change, such as `"▲ 21%"`; undefined if there is nothing to compare with. */
  change: Change | undefined;
}

export interface Change {
  direction: "up" | "down" | "none";
  text: string;
  /** A sentence with both periods, for the tooltip and for screen readers. */
  explanation: string;
}

/**
 * Whether the organization existed during the whole previous period. Otherwise a comparison would only say that it is
 * young.
 */
export function canCompare(
  { previous }: Pick<Analytics, "previous">,
  createdAt: string,
): boolean {
  return createdAt.slice(0, 10) <= previous.from;
}

/** Returns the number of a chart: all events of the period, or the members and projects at its end. */
export function figureOf(
  analytics: Analytics,
  metric: Metric,
  isComparable: boolean,
): Figure {
  const [now, before] = [
    numberOf(metric, analytics.days),
    numberOf(metric, analytics.previousDays),
  ];
  return {
    value: formatCount(now),
    change: isComparable
      ? changeOf(metric, now, before, analytics.days.length)
      : undefined,
  };
}

function numberOf(metric: Metric, days: readonly Day[]): number {
  return metric === "events"
    ? days.reduce((sum, { events }) => sum + events, 0)
    : (days.at(-1)?.[metric] ?? 0);
}

/**
 * Returns the change against the previous period. Activity changes by a percentage, because its numbers are large;
 * members and projects change by a number.
 *
 * @param days the length of the period
 */
export function changeOf(
  metric: Metric,
  now: number,
  before: number,
  days: number,
): Change | undefined {
  if (metric === "events" && before === 0) return undefined;
  const change = now - before;
  const size = Math.abs(change);
  const amount =
    metric === "events" ? formatPercent(size / before) : formatCount(size);
  const direction = change === 0 ? "none" : change > 0 ? "up" : "down";
  return {
    direction,
    text: texts().overview.change[direction](amount),
    explanation: texts().overview.comparison(
      formatCount(now),
      formatCount(before),
      days,
    ),
  };
}
