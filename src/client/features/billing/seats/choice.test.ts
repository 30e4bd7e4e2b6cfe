import { expect, test } from "bun:test";
import { firstAdmin, seated, toggled } from "./choice";

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

test("of several admins the one who was there first keeps a seat", () => {
  expect(
    firstAdmin([
      member("late", "admin", 3),
      member("first", "member", 1),
      member("early", "admin", 2),
    ]),
  ).toBe("early");
  expect(firstAdmin([member("a", "member", 1)])).toBeUndefined();
});

test("the choice begins with who has a seat", () => {
  const members = [member("a", "admin", 1), member("b", "member", 2, true)];
  expect([...seated(members)]).toEqual(["a"]);
});

test("a seat is given and taken without touching the others", () => {
  const before = new Set(["a"]);
  expect([...toggled(before, "b")]).toEqual(["a", "b"]);
  expect([...toggled(before, "a")]).toEqual([]);
  expect([...before]).toEqual(["a"]);
});
