import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount } from "#client/lib/formats/number.ts";

const calls = (count: number) =>
  count === 1 ? "1 call" : `${formatCount(count)} calls`;

export const texts = catalogue("features/billing/api-calls", {
  title: "API calls",
  description: "Calls made with this organization’s API keys.",
  thisMonth: "This month",
  resets: (day: string) => `Resets on ${day} (UTC)`,
  nearlyUsed: "You’ve used most of this month’s API calls",
  nearlyUsedText: (day: string) =>
    `Once you’ve used all of them, calls with an API key are rejected until ${day} (UTC). A larger plan includes more calls.`,
  allUsed: "You’ve used all of this month’s API calls",
  allUsedText: (day: string) =>
    `Calls with an API key are rejected until ${day} (UTC). Upgrade your plan to continue now. The web app isn’t affected.`,
  none: "No API keys were used in the last 30 days.",
  lastDays: "Last 30 days, by key",
  keys: "API keys, most calls in the last 30 days first",
  calls,
  refused: (count: number) => `${formatCount(count)} rejected`,
  deletedKey: "Deleted key",
  serviceAccount: (name: string) => `Service account ${name}`,
  revoked: "Revoked",
  perDay: (key: string, most: number, day: string) =>
    `Calls per day with ${key} in the last 30 days, with a peak of ${formatCount(most)} on ${day}`,
  noneCounted: (key: string) => `No calls with ${key}.`,
  onDay: (day: string, count: number) => `${day}: ${calls(count)}`,
  showAll: (count: number) => `Show all ${formatCount(count)} keys`,
  more: (count: number) =>
    count === 1
      ? "1 more key has fewer calls."
      : `${formatCount(count)} more keys have fewer calls.`,
});
