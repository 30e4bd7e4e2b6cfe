import { expect, test } from "bun:test";
import { mapWithConcurrency } from "./map-with-concurrency.ts";

test("every item runs once, with limited concurrency", async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await mapWithConcurrency(
    [1, 2, 3, 4, 5],
    async (item) => {
      most = Math.max(most, ++running);
      await Bun.sleep(1);
      running--;
      done.push(item);
    },
    2,
  );
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("an error is returned at its index and does not stop the others", async () => {
  const failure = new Error("Refused");
  const failures = await mapWithConcurrency(["a", "b", "c"], async (item) => {
    if (item === "b") throw failure;
  });
  expect(failures).toEqual([undefined, failure, undefined]);
});
