import { expect, test } from "bun:test";
import { canCompare, changeOf } from "./metrics.ts";

const wordsOf = (...args: Parameters<typeof changeOf>) => {
  const { direction, text, explanation } = changeOf(...args) ?? {};
  return [direction, text, explanation];
};

test("activity changes by a percentage of the previous period", () => {
  expect(wordsOf("events", 1200, 800, 30)).toEqual([
    "up",
    "▲ 50%",
    "1,200, compared with 800 in the previous 30 days",
  ]);
  expect(wordsOf("events", 2, 8, 30)).toEqual([
    "down",
    "▼ 75%",
    "2, compared with 8 in the previous 30 days",
  ]);
});

test("activity has no change if the previous period had none", () => {
  expect(changeOf("events", 2, 0, 30)).toBeUndefined();
});

test("members and projects change by a number", () => {
  expect(wordsOf("members", 12, 11, 30).slice(0, 2)).toEqual(["up", "▲ 1"]);
  expect(wordsOf("projects", 0, 3, 30).slice(0, 2)).toEqual(["down", "▼ 3"]);
  expect(wordsOf("members", 11, 11, 30).slice(0, 2)).toEqual([
    "none",
    "No change",
  ]);
});

const day = { joined: 0, left: 0, projectsCreated: 0, events: 0 };
const previous = { ...day, from: "2026-11-01", to: "2026-11-30" };

test("periods are compared only if the organization existed in both", () => {
  expect(canCompare({ previous }, "2026-11-01T08:00:00Z")).toBe(true);
  expect(canCompare({ previous }, "2026-11-02T00:00:00Z")).toBe(false);
});
