import { expect, test } from "bun:test";
import { shortenAnswer } from "./shorten";

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const list = (length: number, item: unknown) => Array(length).fill(item);

test("an answer of at most 8 KiB is kept as it is", () => {
  const answer = { id: "prj_1", tags: list(1000, "abc") };
  for (const value of [undefined, null, "done", answer])
    expect(shortenAnswer(value)).toBe(value);
});

test("a list is cut as little as needed, at any depth, beside what is short", () => {
  const answer = {
    id: 1,
    short: ["a"],
    page: { items: list(100, "x".repeat(300)) },
  };
  expect(shortenAnswer(answer)).toEqual({
    id: 1,
    short: ["a"],
    page: { items: list(16, "x".repeat(300)), truncated: true },
  });
});

test("a text is cut by whole characters where no list can be", () => {
  const answer = { id: 1, text: `${"🏔".repeat(4000)}` };
  expect(shortenAnswer(answer)).toEqual({
    id: 1,
    text: "🏔".repeat(1000),
    truncated: true,
  });
});

test("no answer is stored in more than 8 KiB", () => {
  const wide = Object.fromEntries(
    list(500, 0).map((_, i) => [`field${i}`, "x".repeat(200)]),
  );
  for (const answer of [wide, list(9000, 1), "x".repeat(9000)])
    expect(sizeOf(shortenAnswer(answer))).toBeLessThanOrEqual(8192);
});
