import { expect, test } from "bun:test";
import { whoChanged } from "./who-changed.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const ana = { id: "usr_a", name: "Ana Lindqvist" };
const at = (secondsAgo: number) =>
  new Date(now - secondsAgo * 1000).toISOString();

test("a change by another user has their name and its age", () => {
  expect(whoChanged({ by: ana, at: at(125) }, "usr_b", now)).toBe(
    "\u2068Ana Lindqvist\u2069 changed this 2 minutes ago.",
  );
  expect(whoChanged({ by: ana, at: at(3) }, "usr_b", now)).toBe(
    "\u2068Ana Lindqvist\u2069 changed this just now.",
  );
});

test("a change by the reader says that it was in another window", () => {
  expect(whoChanged({ by: ana, at: at(3600) }, ana.id, now)).toBe(
    "You changed this 1 hour ago in another window.",
  );
});

test("a change by an unknown user names no user", () => {
  expect(whoChanged({ by: undefined, at: at(200_000) }, ana.id, now)).toBe(
    "This was changed 2 days ago.",
  );
});

test("a change in the future shows as just now", () => {
  expect(whoChanged({ by: ana, at: at(-600) }, "usr_b", now)).toContain(
    "just now",
  );
});
