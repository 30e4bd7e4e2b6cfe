import type { TenantryError } from "./errors";

/** The options of a call. */
export interface CallOptions {
  /** Ends the call. `AbortSignal.timeout(5_000)` limits the time of all its attempts together. */
  signal?: AbortSignal | undefined;
}

export interface MutateOptions extends CallOptions {
  /**
   * A text that is unique to this change. The server answers a repeated call with the same key by its stored response.
   * By default each call has a random key, which its retries share.
   */
  idempotencyKey?: string | undefined;
}

/** The arguments of a call. The input may be left out if all its fields are optional. */
export type Taking<In, Rest extends unknown[] = []> = undefined extends In
  ? [input?: In, ...Rest]
  : void extends In
    ? [input?: In, ...Rest]
    : [input: In, ...Rest];

/** An input that the client completes, so it may be left out if all its fields are optional. */
export type Completed<In> = Record<never, never> extends In ? In | void : In;

/** The input of a list without the cursor, which the client sets. */
export type WithoutCursor<In> = Omit<Exclude<In, void>, "cursor">;

export interface QueryCalls<In, Out> {
  /** Calls the procedure. */
  query(...args: Taking<In, [options?: CallOptions]>): Promise<Out>;
}

export interface ListCalls<In, Out> {
  /**
   * Returns all rows of a list. It reads the next page when the loop arrives there, and `limit` is the size of a page.
   *
   * ```ts
   * for await (const { name } of tenantry.projects.list.iterate({ org: "acme" }))
   *   console.log(name);
   * ```
   */
  iterate(
    ...args: Taking<Completed<WithoutCursor<In>>, [options?: CallOptions]>
  ): AsyncGenerator<RowOf<Out>, void, void>;
}

type RowOf<Out> = Out extends { items: readonly (infer Row)[] } ? Row : never;

export interface MutationCalls<In, Out> {
  /** Calls the procedure. */
  mutate(...args: Taking<In, [options?: MutateOptions]>): Promise<Out>;
}

/** The callbacks of a subscription. After `onError` or `onComplete`, no callback is called any more. */
export interface SubscriptionListener<Event> {
  /** Called when the subscription connects or reconnects. */
  onStarted?(): void;
  onData?(data: Event): void;
  /** Called when the subscription reconnects (`connecting`), and when it is connected again (`pending`). */
  onConnectionStateChange?(state: {
    state: "idle" | "connecting" | "pending";
    /** The error that broke the connection. */
    error: unknown;
  }): void;
  onError?(error: TenantryError): void;
  onComplete?(): void;
}

export interface SubscriptionCalls<In, Event> {
  /** Receives events until you call `unsubscribe`. A broken connection is opened again. */
  subscribe(
    input: In,
    listener: SubscriptionListener<Event>,
  ): { unsubscribe(): void };
}
