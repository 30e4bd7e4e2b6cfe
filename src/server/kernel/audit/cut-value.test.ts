import { expect, test } from "bun:test";
import { isCutValue } from "#shared/cut-value";
import { cutLongValue } from "./cut-value";

test("a value of at most 2 KiB is stored unchanged", () => {
  const settings = { website: "x".repeat(2000), timezone: "UTC" };
  for (const value of [null, 7, true, "", "é".repeat(1024), ["a"], settings])
    expect(cutLongValue(value)).toBe(value);
});

test("a longer text and a longer object are cut", () => {
  const list = Array.from({ length: 300 }, (_, index) => `project ${index}`);
  for (const value of ["é".repeat(1025), "x".repeat(2049), list, { list }])
    expect(isCutValue(cutLongValue(value))).toBe(true);
});

test("the beginning of a cut value ends with a whole character", () => {
  expect(cutLongValue(`x${"🏔".repeat(600)}`)).toMatchObject({
    beginning: `x${"🏔".repeat(199)}`,
  });
});
