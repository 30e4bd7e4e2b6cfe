import { expect, test } from "bun:test";
import { longestAdmin, seatHolders, toggled } from "./seat-selection";

const member = (
  userId: string,
  role: string,
  day: number,
  isFrozen = false,
) => ({
  userId,
  role,
  isFrozen,
  joinedAt: `2026-01-0${day}T00:00:00.000Z`,
});

test("the admin with the oldest membership always keeps a seat", () => {
  expect(
    longestAdmin([
      member("late", "admin", 3),
      member("first", "member", 1),
      member("early", "admin", 2),
    ]),
  ).toBe("early");
  expect(longestAdmin([member("a", "member", 1)])).toBeUndefined();
});

test("the selection starts with the members who have a seat", () => {
  const members = [member("a", "admin", 1), member("b", "member", 2, true)];
  expect([...seatHolders(members)]).toEqual(["a"]);
});

test("toggling a member leaves the other seats alone", () => {
  const before = new Set(["a"]);
  expect([...toggled(before, "b")]).toEqual(["a", "b"]);
  expect([...toggled(before, "a")]).toEqual([]);
  expect([...before]).toEqual(["a"]);
});
