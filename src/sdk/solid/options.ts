import {
  type InfiniteQueryOptions,
  type QueryOptions,
  skipToken,
} from "@tanstack/solid-query";
import type { Client } from "../calls-by-path";
import { exactKey, matchingKey, type ProcedureKey } from "../query-key";

type PageOptions = InfiniteQueryOptions<
  unknown,
  Error,
  unknown,
  ProcedureKey,
  unknown
> & { initialData?: undefined };

/** Returns the query options of a procedure with an input. The input `skipToken` disables the query. */
export function queryOptions(
  client: Client,
  path: string,
  input: unknown,
): Pick<QueryOptions, "queryFn"> & { queryKey: ProcedureKey } {
  if (input === skipToken)
    return { queryKey: matchingKey(path), queryFn: skipToken };
  return {
    queryKey: exactKey(path, input, "query"),
    queryFn: ({ signal }) => client.query(path, input, { signal }),
  };
}

/** Returns the options of an infinite query, in which each page contains the cursor of the next page. */
export function pageOptions(
  client: Client,
  path: string,
  input: unknown,
): PageOptions {
  const paging = {
    initialPageParam: undefined,
    getNextPageParam: (page: unknown) =>
      (page as { nextCursor: string | null }).nextCursor,
  };
  if (input === skipToken)
    return { ...paging, queryKey: matchingKey(path), queryFn: skipToken };
  return {
    ...paging,
    queryKey: exactKey(path, input, "infinite"),
    queryFn: ({ pageParam: cursor, signal }) =>
      client.query(path, { ...Object(input), cursor }, { signal }),
  };
}
