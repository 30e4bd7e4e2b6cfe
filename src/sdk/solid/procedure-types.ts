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

/** Allows a call without input if all fields are optional. */
type Taking<In, Rest extends unknown[] = []> = undefined extends In
  ? [input?: In, ...Rest]
  : void extends In
    ? [input?: In, ...Rest]
    : [input: In, ...Rest];

/** TypeScript allows extra fields in a returned object, so a misspelt filter would not filter. */
type Exactly<Given, In> = Given & OnlyKeysOf<Given, Exclude<In, void>>;
type OnlyKeysOf<Given, In> = Given extends SkipToken
  ? Given
  : Record<Exclude<keyof Given, keyof In>, never>;

type TakingAccessor<Given, In, Rest extends unknown[]> = void extends In
  ? [input?: Accessor<Exactly<Given, In>>, ...Rest]
  : [input: Accessor<Exactly<Given, In>>, ...Rest];

/** Some fields of an input. They match every cached call that contains them. */
type Match<In> = Partial<Exclude<In, void>>;

type Reading<Options> = Omit<
  Options,
  "queryKey" | "queryFn" | "select" | "initialPageParam" | "getNextPageParam"
>;

/** `select` alone changes the type of `data`. */
interface Selecting<From, Data> {
  select?: (data: From) => Data;
}

export interface SolidQuery<In, Out> {
  /** Calls the procedure without the cache. */
  query(...args: Taking<In, [options?: TRPCRequestOptions]>): Promise<Out>;
  /** Reads through the cache and follows the signals in the input. The input `skipToken` disables the query. */
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
  /** For `useQueries` and the functions of the query client. */
  queryOptions(...args: Taking<In>): {
    queryKey: DataTag<ProcedureKey, Out, TenantryError>;
    queryFn: (context: { signal: AbortSignal }) => Promise<Out>;
  };
  /** Reads into the cache in advance. Errors are left to the later query. */
  prefetch(...args: Taking<In>): Promise<void>;
  queryKey(...args: Taking<In>): DataTag<ProcedureKey, Out, TenantryError>;
  getData(...args: Taking<In>): Out | undefined;
  setData(
    input: In,
    data: Updater<Out | undefined, Out | undefined>,
  ): Out | undefined;
  /** Marks cached calls with these input fields as stale, or all calls without any, and refetches those in use. */
  invalidate(match?: Match<In>): Promise<void>;
  /** Cancels running calls, so that their answers do not overwrite optimistic updates. */
  cancel(match?: Match<In>): Promise<void>;
  /**
   * Changes every matching cached answer optimistically, and returns a function that reverts it. Running queries are
   * cancelled, so call `invalidate` after the server has answered.
   */
  patch(match: Match<In>, change: (data: Out) => Out): Promise<() => void>;
}

type WithoutCursor<In> = Omit<In, "cursor">;
type Pages<Out> = InfiniteData<Out, string | undefined>;

export interface SolidPages<In, Out> {
  /** Reads pages: `data.pages`, `hasNextPage`, `fetchNextPage()`. */
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
  /** Calls the procedure. `{ context: { idempotencyKey } }` makes retries safe. */
  mutate(...args: Taking<In, [options?: TRPCRequestOptions]>): Promise<Out>;
  useMutation<Kept = unknown>(
    options?: Accessor<
      Omit<MutationOptions<Out, TenantryError, In, Kept>, "mutationFn">
    >,
  ): UseMutationResult<Out, TenantryError, In, Kept>;
}

/** The callbacks of a subscription. Nothing follows `onError` or `onComplete`. */
export interface SubscriptionListener<Out> {
  /** Connected or reconnected. */
  onStarted?(): void;
  onData?(data: Out): void;
  /** Reconnecting (`connecting`), or connected again (`pending`). */
  onConnectionStateChange?(state: {
    state: "idle" | "connecting" | "pending";
    /** The cause of the disconnection. */
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
