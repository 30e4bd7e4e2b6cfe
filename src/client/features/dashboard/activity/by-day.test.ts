import { expect, test } from "bun:test";
import { byDay } from "./by-day.ts";

const at = (day: number, hour: number) => ({
  at: new Date(2026, 10, day, hour).toISOString(),
});
const now = new Date(2026, 10, 30, 9).getTime();

test("events are grouped by day, with today and yesterday in words", () => {
  const events = [at(30, 8), at(30, 0), at(29, 23), at(3, 12)];
  const start = (day: number) => new Date(2026, 10, day);
  expect(byDay(events, now, "en")).toEqual([
    { start: start(30), label: "Today", events: [at(30, 8), at(30, 0)] },
    { start: start(29), label: "Yesterday", events: [at(29, 23)] },
    { start: start(3), label: "November 3, 2026", events: [at(3, 12)] },
  ]);
  expect(byDay(events, now, "de").map(({ label }) => label)).toEqual([
    "Heute",
    "Gestern",
    "3. November 2026",
  ]);
});

test("without events there are no days", () => {
  expect(byDay([], now)).toEqual([]);
});
