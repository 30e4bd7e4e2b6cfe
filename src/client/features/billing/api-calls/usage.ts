import type { RouterOutputs } from "#sdk/index.ts";

export type Usage = RouterOutputs["usage"]["get"];
export type UsageOfKey = Usage["keys"][number];

const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The share of the limit from which the page warns; the admins also get a mail. */
const NEAR = 0.8;

/** Returns the first of the days that the page shows, in UTC. */
export function firstDay(now: number): string {
  return new Date(now - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** How much of the limit of this month is used. */
export function levelOf({
  calls,
  limit,
}: Usage["month"]): "low" | "near" | "full" {
  if (limit === null || calls < limit * NEAR) return "low";
  return calls < limit ? "near" : "full";
}

/** Returns the calls of a key on each of the days; a day without calls has 0. */
export function callsPerDay(
  { days }: Pick<UsageOfKey, "days">,
  dates: readonly string[],
): number[] {
  const byDate = new Map(days.map(({ date, calls }) => [date, calls]));
  return dates.map((date) => byDate.get(date) ?? 0);
}

/** Returns the highest number of calls with one key on one day, to which the bars are drawn. */
export function mostPerDay(keys: readonly Pick<UsageOfKey, "days">[]): number {
  return Math.max(
    1,
    ...keys.flatMap(({ days }) => days.map(({ calls }) => calls)),
  );
}
