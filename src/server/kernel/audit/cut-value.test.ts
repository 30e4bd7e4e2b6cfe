import { expect, test } from "bun:test";
import { isCutValue } from "#shared/cut-value";
import { cutLongValue } from "./cut-value";

test("a value of at most 2 KiB is kept as it is", () => {
  const settings = { website: "x".repeat(2000), timezone: "UTC" };
  for (const value of [null, 7, true, "", "é".repeat(1024), ["a"], settings])
    expect(cutLongValue(value)).toBe(value);
});

test("a longer text and a longer object are cut", () => {
  const list = Array.from({ length: 300 }, (_, index) => `project ${index}`);
  for (const value of ["é".repeat(1025), "x".repeat(2049), list, { list }])
    expect(isCutValue(cutLongValue(value))).toBe(true);
});

test("no character of the beginning is split", () => {
  expect(cutLongValue(`x${"🏔".repeat(600)}`)).toMatchObject({
    beginning: `x${"🏔".repeat(199)}`,
  });
});
