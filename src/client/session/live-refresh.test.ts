import { afterEach, beforeEach, expect, jest, test } from "bun:test";
import { QueryClient } from "@tanstack/solid-query";
import { matchingKey } from "#sdk/query-key";
import { createRefresh } from "./live-refresh";

let cache: QueryClient;
let refresh: ReturnType<typeof createRefresh>;
let read: string[];
beforeEach(() => {
  jest.useFakeTimers();
  cache = new QueryClient();
  read = [];
  cache.invalidateQueries = async (filters) => {
    const [path] = (filters?.queryKey ?? []) as unknown as [string[]?];
    read.push(path?.join(".") || "everything");
  };
  refresh = createRefresh(cache);
});
afterEach(() => {
  refresh.stop();
  jest.useRealTimers();
});

test("the first change refetches at once, and later changes are refetched together within half a second", () => {
  refresh.markStale("links");
  jest.advanceTimersByTime(0);
  expect(read).toEqual(["links"]);
  for (let time = 0; time < 50; time++) refresh.markStale("links");
  jest.advanceTimersByTime(500);
  expect(read).toEqual(["links", "links"]);
  jest.advanceTimersByTime(10_000);
  expect(read).toHaveLength(2);
});

test("nothing is refetched while a mutation is running, because it could be undone", async () => {
  const answer = Promise.withResolvers<void>();
  const change = cache
    .getMutationCache()
    .build(cache, { mutationFn: () => answer.promise });
  const changing = change.execute(undefined);
  refresh.markStale("invitations");
  jest.advanceTimersByTime(5_000);
  expect(read).toEqual([]);
  answer.resolve();
  await changing;
  jest.advanceTimersByTime(500);
  expect(read).toEqual(["invitations", "people", "analytics", "dashboard"]);
});

test("a query that was running during a change is refetched", async () => {
  const first = Promise.withResolvers<string>();
  void cache.prefetchQuery({
    queryKey: matchingKey("projects"),
    queryFn: () => first.promise,
  });
  refresh.markStale("projects");
  jest.advanceTimersByTime(0);
  read = [];
  jest.advanceTimersByTime(5_000);
  expect(read).toEqual([]);
  first.resolve("older than the change");
  await first.promise;
  await Promise.resolve();
  jest.advanceTimersByTime(5_000);
  expect(read).toEqual(["projects"]);
  refresh.markStale("projects");
  jest.advanceTimersByTime(5_000);
  expect(read.filter((path) => path === "projects")).toHaveLength(2);
});

test("everything is refetched after a gap, and nothing after the end", () => {
  refresh.all();
  jest.advanceTimersByTime(0);
  expect(read).toEqual(["everything"]);
  refresh.markStale("audit");
  refresh.stop();
  jest.advanceTimersByTime(5_000);
  expect(read).toEqual(["everything"]);
});

test("the stale keys match the keys of the client's queries", async () => {
  const real = new QueryClient();
  const key = [["projects", "list"], { input: { org: "acme" }, type: "query" }];
  real.setQueryData(key, { items: [] });
  await real.invalidateQueries({ queryKey: matchingKey("projects") });
  expect(real.getQueryState(key)?.isInvalidated).toBe(true);
  await real.resetQueries({ queryKey: matchingKey("") });
  real.setQueryData(key, { items: [] });
  await real.invalidateQueries({ queryKey: matchingKey("") });
  expect(real.getQueryState(key)?.isInvalidated).toBe(true);
});
