import { expect, test } from "bun:test";
import { startOf } from "./range.ts";

test("a period of a week begins six days before today", () => {
  const now = Date.parse("2026-12-07T10:07:31Z");
  expect(startOf("7d", now)).toBe("2026-12-01T10:00:00.000Z");
});

test("the start stays the same within a quarter of an hour", () => {
  const now = Date.parse("2026-12-07T10:00:00Z");
  expect(startOf("30d", now + 899_999)).toBe(startOf("30d", now));
});
