import type { InfiniteData, QueryClient } from "@tanstack/solid-query";
import { exactKey, type ProcedureKey } from "../query-key";

type Change = (data: unknown) => unknown;

/** Creates the methods that change cached answers before the server has answered (optimistic updates). */
export function patches(cache: QueryClient) {
  return {
    patch: (path: string, match: unknown, change: Change) =>
      patch(cache, exactKey(path, match, "query"), change),
    patchPages: (path: string, match: unknown, change: Change) =>
      patch(cache, exactKey(path, match, "infinite"), (data) => {
        const { pages, pageParams } = data as InfiniteData<unknown>;
        return { pages: pages.map(change), pageParams };
      }),
  };
}

async function patch(
  cache: QueryClient,
  queryKey: ProcedureKey,
  change: Change,
) {
  await cache.cancelQueries({ queryKey });
  const before = cache.getQueriesData({ queryKey });
  cache.setQueriesData({ queryKey }, (data: unknown) =>
    data === undefined ? undefined : change(data),
  );
  return () => {
    for (const [key, data] of before) cache.setQueryData(key, data);
  };
}
