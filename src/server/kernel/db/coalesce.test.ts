import { expect, test } from "bun:test";
import { coalesce } from "./coalesce";

/** Creates a task of which each run ends only when the test ends it. */
function createTask() {
  const ends: PromiseWithResolvers<number>[] = [];
  const task = () => {
    const end = Promise.withResolvers<number>();
    ends.push(end);
    return end.promise;
  };
  return {
    task,
    begun: () => ends.length,
    end: (run: number) => ends[run - 1],
  };
}

test("calls that are made during a run share the next run", async () => {
  const { task, begun, end } = createTask();
  const call = coalesce(task);
  const first = call();
  const others = Array.from({ length: 40 }, () => call());
  expect(begun()).toBe(1);
  end(1)?.resolve(1);
  expect(await first).toBe(1);
  await Bun.sleep(0);
  expect(begun()).toBe(2);
  const late = call();
  end(2)?.resolve(2);
  expect(await Promise.all(others)).toEqual(others.map(() => 2));
  await Bun.sleep(0);
  expect(begun()).toBe(3);
  end(3)?.resolve(3);
  expect(await late).toBe(3);
  void call();
  expect(begun()).toBe(4);
});

test("a failed run fails for the callers that share it, and not for later callers", async () => {
  const { task, end } = createTask();
  const call = coalesce(task);
  const first = call();
  const next = call();
  end(1)?.reject(new Error("first"));
  expect(first).rejects.toThrow("first");
  await Bun.sleep(0);
  end(2)?.resolve(2);
  expect(await next).toBe(2);
});
