import {
  type MutationOptions,
  type QueryClient,
  type Updater,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import { exactKey, matchingKey } from "../query-key";
import { callsByPath, type Client } from "../calls-by-path";
import { pageOptions, queryOptions } from "./options";
import type { Method } from "../procedure-proxy";
import { patches } from "./patches";

type WritingOptions = MutationOptions<unknown, Error, unknown>;

/** Creates the methods that every procedure of the Solid client has. */
export function createMethods(client: Client, cache: QueryClient) {
  const methods: Record<string, Method> = {
    ...callsByPath(client),
    ...hooks(client, cache),
    ...cached(client, cache),
    ...patches(cache),
  };
  return methods;
}

function hooks(client: Client, cache: QueryClient) {
  return {
    useQuery: (
      path: string,
      input?: Accessor<unknown>,
      options?: Accessor<object>,
    ) =>
      useQuery(
        () => ({ ...options?.(), ...queryOptions(client, path, input?.()) }),
        () => cache,
      ),
    useInfiniteQuery: (
      path: string,
      input: Accessor<unknown>,
      options?: Accessor<object>,
    ) =>
      useInfiniteQuery(
        () => ({
          ...options?.(),
          ...pageOptions(client, path, input()),
        }),
        () => cache,
      ),
    useMutation: (path: string, options?: Accessor<WritingOptions>) =>
      useMutation(
        () => ({
          mutationKey: [path.split(".")],
          ...options?.(),
          mutationFn: (input: unknown) => client.mutation(path, input),
        }),
        () => cache,
      ),
  };
}

function cached(client: Client, cache: QueryClient) {
  return {
    queryKey: (path: string, input?: unknown) => exactKey(path, input, "query"),
    infiniteKey: (path: string, input?: unknown) =>
      exactKey(path, input, "infinite"),
    queryOptions: (path: string, input?: unknown) =>
      queryOptions(client, path, input),
    prefetch: (path: string, input?: unknown) =>
      cache.prefetchQuery(queryOptions(client, path, input)),
    getData: (path: string, input?: unknown) =>
      cache.getQueryData(exactKey(path, input, "query")),
    setData: (path: string, input: unknown, data: Updater<unknown, unknown>) =>
      cache.setQueryData(exactKey(path, input, "query"), data),
    invalidate: (path: string, match?: unknown) =>
      cache.invalidateQueries({ queryKey: matchingKey(path, match) }),
    cancel: (path: string, match?: unknown) =>
      cache.cancelQueries({ queryKey: matchingKey(path, match) }),
  };
}
