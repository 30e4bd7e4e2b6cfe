import {
  type MutationOptions,
  type QueryClient,
  type Updater,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/solid-query";
import type { TRPCRequestOptions } from "@trpc/client";
import type { Accessor } from "solid-js";
import { exactKey, matchingKey } from "../query-key";
import { type Client, pageOptions, queryOptions } from "./options";
import { patches } from "./patches";

type WritingOptions = MutationOptions<unknown, Error, unknown>;
type Method = (path: string, ...args: never[]) => unknown;

/** Creates the methods that every procedure of the Solid client has. */
export function createMethods(client: Client, cache: QueryClient) {
  const methods: Record<string, Method> = {
    ...calls(client),
    ...hooks(client, cache),
    ...cached(client, cache),
    ...patches(cache),
  };
  return (path: string, name: string | undefined, args: readonly unknown[]) => {
    const method = name === undefined ? undefined : methods[name];
    if (!method) throw new TypeError(`api.${path} has no method ${name}.`);
    return apply(method, path, args);
  };
}

/**
 * The cast is safe: the compiler has checked the arguments against `TenantrySolid`, but the handler of the proxy does
 * not know their types.
 */
function apply(method: Method, path: string, args: readonly unknown[]) {
  return method(path, ...(args as never[]));
}

function calls(client: Client) {
  return {
    query: (path: string, input?: unknown, options?: TRPCRequestOptions) =>
      client.query(path, input, options),
    mutate: (path: string, input?: unknown, options?: TRPCRequestOptions) =>
      client.mutation(path, input, options),
    subscribe: (path: string, input: unknown, listener: object) =>
      client.subscription(path, input, listener),
  };
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
