import { expect, test } from "bun:test";
import { shortenResponse } from "./shorten";

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const list = (length: number, item: unknown) => Array(length).fill(item);

test("a response of at most 8 KiB is stored unchanged", () => {
  const answer = { id: "prj_1", tags: list(1000, "abc") };
  for (const value of [undefined, null, "done", answer])
    expect(shortenResponse(value)).toBe(value);
});

test("a list is cut as little as needed, at any depth", () => {
  const answer = {
    id: 1,
    short: ["a"],
    page: { items: list(100, "x".repeat(300)) },
  };
  expect(shortenResponse(answer)).toEqual({
    id: 1,
    short: ["a"],
    page: { items: list(16, "x".repeat(300)), truncated: true },
  });
});

test("a text is cut at whole characters when no list can be cut", () => {
  const answer = { id: 1, text: `${"🏔".repeat(4000)}` };
  expect(shortenResponse(answer)).toEqual({
    id: 1,
    text: "🏔".repeat(1000),
    truncated: true,
  });
});

test("no stored response exceeds 8 KiB", () => {
  const wide = Object.fromEntries(
    list(500, 0).map((_, i) => [`field${i}`, "x".repeat(200)]),
  );
  for (const answer of [wide, list(9000, 1), "x".repeat(9000)])
    expect(sizeOf(shortenResponse(answer))).toBeLessThanOrEqual(8192);
});
