import { expect, test } from "bun:test";
import { whoChanged } from "./who-changed.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const ana = { id: "usr_a", name: "Ana Lindqvist" };
const at = (secondsAgo: number) =>
  new Date(now - secondsAgo * 1000).toISOString();

test("the other person is named, with how long ago it was", () => {
  expect(whoChanged({ by: ana, at: at(125) }, "usr_b", now)).toBe(
    "\u2068Ana Lindqvist\u2069 changed this 2 minutes ago.",
  );
  expect(whoChanged({ by: ana, at: at(3) }, "usr_b", now)).toBe(
    "\u2068Ana Lindqvist\u2069 changed this just now.",
  );
});

test("oneself in another window is no somebody else", () => {
  expect(whoChanged({ by: ana, at: at(3600) }, ana.id, now)).toBe(
    "You changed this 1 hour ago in another window.",
  );
});

test("what nobody is known to have changed names nobody", () => {
  expect(whoChanged({ by: undefined, at: at(200_000) }, ana.id, now)).toBe(
    "This was changed 2 days ago.",
  );
});

test("a clock that is ahead elsewhere does not speak of the future", () => {
  expect(whoChanged({ by: ana, at: at(-600) }, "usr_b", now)).toContain(
    "just now",
  );
});
