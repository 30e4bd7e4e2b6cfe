import type {
  DataTag,
  InfiniteData,
  InfiniteQueryOptions,
  MutationOptions,
  QueryOptions,
  SkipToken,
  Updater,
  UseInfiniteQueryResult,
  UseMutationResult,
  UseQueryResult,
} from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import type {
  ListCalls,
  MutationCalls,
  QueryCalls,
  Taking,
  WithoutCursor,
} from "../calls";
import type { TenantryError } from "../errors";
import type { ProcedureKey } from "../query-key";

/**
 * Refuses fields that the input does not have. TypeScript alone allows them in a returned object, so a misspelt filter
 * would have no effect.
 */
type Exactly<Given, In> = Given & OnlyKeysOf<Given, Exclude<In, void>>;
type OnlyKeysOf<Given, In> = Given extends SkipToken
  ? Given
  : Record<Exclude<keyof Given, keyof In>, never>;

type TakingAccessor<Given, In, Rest extends unknown[]> = void extends In
  ? [input?: Accessor<Exactly<Given, In>>, ...Rest]
  : [input: Accessor<Exactly<Given, In>>, ...Rest];

/** Some fields of an input. They match every cached call whose input contains the same values. */
type Match<In> = Partial<Exclude<In, void>>;

type Reading<Options> = Omit<
  Options,
  "queryKey" | "queryFn" | "select" | "initialPageParam" | "getNextPageParam"
>;

/** The option `select`, which is the only option that changes the type of `data`. */
interface Selecting<From, Data> {
  select?: (data: From) => Data;
}

export interface SolidQuery<In, Out> extends QueryCalls<In, Out> {
  /** Reads through the cache, again when a signal in the input changes. The input `skipToken` disables the query. */
  useQuery<Given extends In | SkipToken, Data = Out>(
    ...args: TakingAccessor<
      Given,
      In,
      [
        options?: Accessor<
          Reading<QueryOptions<Out, TenantryError, NoInfer<Data>>> &
            Selecting<Out, Data>
        >,
      ]
    >
  ): UseQueryResult<Data, TenantryError>;
  /** The options for `useQueries` and for the functions of the query client. */
  queryOptions(...args: Taking<In>): {
    queryKey: DataTag<ProcedureKey, Out, TenantryError>;
    queryFn: (context: { signal: AbortSignal }) => Promise<Out>;
  };
  /** Reads the answer into the cache in advance. An error is ignored here; the later query reports it. */
  prefetch(...args: Taking<In>): Promise<void>;
  queryKey(...args: Taking<In>): DataTag<ProcedureKey, Out, TenantryError>;
  getData(...args: Taking<In>): Out | undefined;
  setData(
    input: In,
    data: Updater<Out | undefined, Out | undefined>,
  ): Out | undefined;
  /**
   * Marks the cached calls with these input fields as stale, and refetches those in use. Without fields, all calls of
   * the procedure match.
   */
  invalidate(match?: Match<In>): Promise<void>;
  /** Cancels running calls, so that their answers do not overwrite an optimistic update. */
  cancel(match?: Match<In>): Promise<void>;
  /**
   * Changes every matching cached answer before the server has answered, and returns a function that reverts the
   * change. Running queries are cancelled, so call `invalidate` after the server has answered.
   */
  patch(match: Match<In>, change: (data: Out) => Out): Promise<() => void>;
}

type Pages<Out> = InfiniteData<Out, string | undefined>;

export interface SolidPages<In, Out> extends ListCalls<In, Out> {
  /** Reads a list page by page. The result has `data.pages`, `hasNextPage` and `fetchNextPage()`. */
  useInfiniteQuery<
    Given extends WithoutCursor<In> | SkipToken,
    Data = Pages<Out>,
  >(
    input: Accessor<Exactly<Given, WithoutCursor<In>>>,
    options?: Accessor<
      Reading<
        InfiniteQueryOptions<
          Out,
          TenantryError,
          NoInfer<Data>,
          ProcedureKey,
          string | undefined
        >
      > &
        Selecting<Pages<Out>, Data>
    >,
  ): UseInfiniteQueryResult<Data, TenantryError>;
  infiniteKey(
    input: WithoutCursor<In>,
  ): DataTag<ProcedureKey, Pages<Out>, TenantryError>;
  /** Changes, like `patch`, every cached page that `useInfiniteQuery` has read. */
  patchPages(
    match: Match<WithoutCursor<In>>,
    change: (page: Out) => Out,
  ): Promise<() => void>;
}

export interface SolidMutation<In, Out> extends MutationCalls<In, Out> {
  useMutation<Kept = unknown>(
    options?: Accessor<
      Omit<MutationOptions<Out, TenantryError, In, Kept>, "mutationFn">
    >,
  ): UseMutationResult<Out, TenantryError, In, Kept>;
}
