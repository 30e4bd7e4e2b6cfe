import { afterEach, beforeEach, expect, test } from "bun:test";
import { isDay, momentsOf } from "./days.ts";

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "Europe/Berlin";
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("days are in the user's time zone, and the last day is included", () => {
  expect(momentsOf({ from: "2026-11-01", to: "2026-11-01" })).toEqual({
    from: "2026-10-31T23:00:00.000Z",
    to: "2026-11-01T22:59:59.999Z",
  });
});

test("a day with a clock change is complete", () => {
  expect(momentsOf({ from: "2026-10-25", to: "2026-10-25" })).toEqual({
    from: "2026-10-24T22:00:00.000Z",
    to: "2026-10-25T22:59:59.999Z",
  });
  expect(momentsOf({ from: "2026-03-29", to: "2026-03-29" })).toEqual({
    from: "2026-03-28T23:00:00.000Z",
    to: "2026-03-29T21:59:59.999Z",
  });
});

test("text that is not a day sets no limit", () => {
  for (const text of ["", "yesterday", "2026-02-30", "0002-01-01", "2026-1-1"])
    expect([isDay(text), momentsOf({ from: text, to: text })]).toEqual([
      false,
      {},
    ]);
});
