import { describe, expect, test } from "bun:test";
import { initialsOf } from "#client/ui/avatar.tsx";
import { formatPeriod } from "./number.ts";
import { formatRelative } from "./time.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe("relative time", () => {
  test.each([
    [-5000, "now"],
    [-MINUTE, "1 minute ago"],
    [-90 * MINUTE, "1 hour ago"],
    [-DAY, "yesterday"],
    [2 * DAY, "in 2 days"],
    [7 * DAY - 2000, "in 7 days"],
    [-2 * DAY + 2000, "yesterday"],
    [-8 * DAY, "last week"],
    [-800 * DAY, "2 years ago"],
  ])("%p ms from now is %p", (offset, expected) => {
    expect(formatRelative(new Date(NOW + offset), NOW, "en")).toBe(expected);
  });
});

describe("initials", () => {
  test.each([
    ["Ada Lovelace", "AL"],
    ["  ada   king  lovelace ", "AL"],
    ["Cher", "C"],
    ["李小龍", "李"],
    ["👩‍🚀 Astronaut", "👩‍🚀A"],
    ["", "?"],
  ])("of %p are %p", (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});

test.each([
  [1, "en", "1 day"],
  [90, "en", "90 days"],
  [90, "de", "90 Tage"],
  [365, "en", "1 year"],
  [730, "en", "2 years"],
  [2555, "de", "7 Jahre"],
])("%p days in %p are %p", (days, locale, expected) => {
  expect(formatPeriod(days, locale)).toBe(expected);
});
