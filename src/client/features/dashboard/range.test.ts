import { expect, test } from "bun:test";
import { changeOf, signed, startOf } from "./range.ts";

test("a period of a week begins six days before today", () => {
  const now = Date.parse("2026-12-07T10:07:31Z");
  expect(startOf("7d", now)).toBe("2026-12-01T10:00:00.000Z");
});

test("the start stays the same within a quarter of an hour", () => {
  const now = Date.parse("2026-12-07T10:00:00Z");
  expect(startOf("30d", now + 899_999)).toBe(startOf("30d", now));
});

const sums = (events: number) => ({
  from: "2026-12-01",
  to: "2026-12-07",
  joined: 0,
  left: 0,
  projectsCreated: 0,
  events,
});

test("activity is compared with the previous period, if that had events", () => {
  expect(changeOf({ period: sums(12), previous: sums(8) })).toBe(0.5);
  expect(changeOf({ period: sums(2), previous: sums(8) })).toBe(-0.75);
  expect(changeOf({ period: sums(2), previous: sums(0) })).toBeUndefined();
});

test("a change has its sign", () => {
  expect([signed(3, "en"), signed(0, "en"), signed(-1, "en")]).toEqual([
    "+3",
    "0",
    "-1",
  ]);
});
