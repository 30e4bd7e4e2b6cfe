import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";

const calls = (count: number) =>
  count === 1 ? "1 call" : `${formatCount(count)} calls`;

export const texts = catalogue("features/billing/api-calls", {
  title: "API calls",
  description:
    "Calls that programs made with the API keys of this organization.",
  thisMonth: "This month",
  resets: (day: string) => `Starts again on ${day} (UTC)`,
  nearlyUsed: "Most API calls of this month are used",
  nearlyUsedText: (day: string) =>
    `When all are used, programs with an API key are refused until ${day} (UTC). A larger plan includes more calls.`,
  allUsed: "All API calls of this month are used",
  allUsedText: (day: string) =>
    `Programs with an API key are refused until ${day} (UTC). Upgrade the plan to continue now. The web app still works.`,
  none: "No program used an API key in the last 30 days.",
  lastDays: "Last 30 days, by key",
  keys: "API keys, those with the most calls in the last 30 days first",
  calls,
  refused: (count: number) => `${formatCount(count)} refused`,
  deletedKey: "Deleted key",
  serviceAccount: (name: string) => `Service account ${name}`,
  revoked: "Revoked",
  perDay: (key: string, most: number, day: string) =>
    `Calls per day with ${key} in the last 30 days: at most ${formatCount(most)}, on ${day}`,
  noneCounted: (key: string) => `No calls with ${key} counted.`,
  onDay: (day: string, count: number) => `${day}: ${calls(count)}`,
  showAll: (count: number) => `Show all ${formatCount(count)} keys`,
  more: (count: number) =>
    count === 1
      ? "One more key was used less."
      : `${formatCount(count)} more keys were used less.`,
});
