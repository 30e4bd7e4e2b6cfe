import { expect, test } from "bun:test";
import { lazy } from "./lazy";

test("a lazy value is made at its first use, and only once", () => {
  let times = 0;
  const value = lazy(() => ({ times: ++times }));
  expect(times).toBe(0);
  expect([value().times, value().times]).toEqual([1, 1]);
});
