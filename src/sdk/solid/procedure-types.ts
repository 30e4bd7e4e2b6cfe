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
import type { TRPCRequestOptions } from "@trpc/client";
import type { Accessor } from "solid-js";
import type { TenantryError } from "../errors";
import type { ProcedureKey } from "../query-key";

/** Procedures whose whole input is optional may be called without one. */
type Taking<In, Rest extends unknown[] = []> = undefined extends In
  ? [input?: In, ...Rest]
  : void extends In
    ? [input?: In, ...Rest]
    : [input: In, ...Rest];

/** The compiler lets a function give more fields than its type has; a misspelt filter would filter nothing. */
type Exactly<Given, In> = Given & OnlyKeysOf<Given, Exclude<In, void>>;
type OnlyKeysOf<Given, In> = Given extends SkipToken
  ? Given
  : Record<Exclude<keyof Given, keyof In>, never>;

type TakingAccessor<Given, In, Rest extends unknown[]> = void extends In
  ? [input?: Accessor<Exactly<Given, In>>, ...Rest]
  : [input: Accessor<Exactly<Given, In>>, ...Rest];

/** Some fields of an input: every cached call that has them is meant. */
type Match<In> = Partial<Exclude<In, void>>;

type Reading<Options> = Omit<
  Options,
  "queryKey" | "queryFn" | "select" | "initialPageParam" | "getNextPageParam"
>;

/** Nothing but `select` says what `data` becomes; without it, `data` is what the procedure gives. */
interface Selecting<From, Data> {
  select?: (data: From) => Data;
}

export interface SolidQuery<In, Out> {
  /** Calls the procedure, past the cache. */
  query(...args: Taking<In, [options?: TRPCRequestOptions]>): Promise<Out>;
  /** Reads through the cache and follows the signals the input uses. `skipToken` as input waits. */
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
  /** For `useQueries` and the query client's own functions. */
  queryOptions(...args: Taking<In>): {
    queryKey: DataTag<ProcedureKey, Out, TenantryError>;
    queryFn: (context: { signal: AbortSignal }) => Promise<Out>;
  };
  /** Reads into the cache ahead of need; a failure is left to the one who needs it. */
  prefetch(...args: Taking<In>): Promise<void>;
  queryKey(...args: Taking<In>): DataTag<ProcedureKey, Out, TenantryError>;
  getData(...args: Taking<In>): Out | undefined;
  setData(
    input: In,
    data: Updater<Out | undefined, Out | undefined>,
  ): Out | undefined;
  /** Reads again, now if shown, every cached call whose input has these fields; all of them without any. */
  invalidate(match?: Match<In>): Promise<void>;
  /** Drops the answers of calls under way, so that they do not overwrite what is put into the cache. */
  cancel(match?: Match<In>): Promise<void>;
  /**
   * Changes every cached answer that matches ahead of the server's; the function it gives undoes it. Reads under way
   * are dropped, so call `invalidate` when the server has answered.
   */
  patch(match: Match<In>, change: (data: Out) => Out): Promise<() => void>;
}

type WithoutCursor<In> = Omit<In, "cursor">;
type Pages<Out> = InfiniteData<Out, string | undefined>;

export interface SolidPages<In, Out> {
  /** Reads page after page: `data.pages`, `hasNextPage`, `fetchNextPage()`. */
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
  /** As `patch`, for every page that `useInfiniteQuery` has read. */
  patchPages(
    match: Match<WithoutCursor<In>>,
    change: (page: Out) => Out,
  ): Promise<() => void>;
}

export interface MutationOf<In, Out> {
  /** Calls the procedure. `{ context: { idempotencyKey } }` makes trying again safe. */
  mutate(...args: Taking<In, [options?: TRPCRequestOptions]>): Promise<Out>;
  useMutation<Kept = unknown>(
    options?: Accessor<
      Omit<MutationOptions<Out, TenantryError, In, Kept>, "mutationFn">
    >,
  ): UseMutationResult<Out, TenantryError, In, Kept>;
}

/** What is called as a subscription goes on; after an error or `onComplete` nothing more comes. */
export interface SubscriptionListener<Out> {
  /** It is connected, for the first time or anew. */
  onStarted?(): void;
  onData?(data: Out): void;
  /** The connection was lost and is made anew (`connecting`), or is there (`pending`). */
  onConnectionStateChange?(state: {
    state: "idle" | "connecting" | "pending";
    /** Why the connection was lost. */
    error: unknown;
  }): void;
  onError?(error: TenantryError): void;
  onComplete?(): void;
}

export interface SubscriptionOf<In, Out> {
  subscribe(
    input: In,
    listener: SubscriptionListener<Out>,
  ): { unsubscribe(): void };
}
