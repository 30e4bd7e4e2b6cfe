import { expect, test } from "bun:test";
import { loadOnce } from "./load-once";

test("concurrent and later calls share one load", async () => {
  let loads = 0;
  const read = loadOnce(async () => ++loads);
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
});

test("a call after a failed load loads again", async () => {
  let loads = 0;
  const read = loadOnce(async () => {
    if (++loads === 1) throw new Error("The disk is away.");
    return loads;
  });
  const first = read();
  await expect(first).rejects.toThrow("The disk is away.");
  expect(await read()).toBe(2);
});
