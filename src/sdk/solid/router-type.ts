import type { QueryClient } from "@tanstack/solid-query";
import type {
  AnyTRPCMutationProcedure,
  AnyTRPCProcedure,
  AnyTRPCQueryProcedure,
  AnyTRPCSubscriptionProcedure,
  inferProcedureInput,
  inferTRPCClientTypes,
  inferTransformedProcedureOutput,
  TRPCRouterRecord,
} from "@trpc/server";
import type { AppRouter } from "#server/features/router";
import type {
  MutationOf,
  SolidPages,
  SolidQuery,
  SubscriptionOf,
} from "./procedure-types";

/** The typed Solid client: every procedure by its path, with its hooks, its cache functions and its direct call. */
export type TenantrySolid = RouterOf<AppRouter["_def"]["record"]> & {
  /** The Solid Query client that caches the answers of all procedures. */
  queryClient: QueryClient;
};

type RouterOf<R extends TRPCRouterRecord> = RouterCache & {
  [K in keyof R]: R[K] extends AnyTRPCQueryProcedure
    ? QueryOf<inferProcedureInput<R[K]>, OutputOf<R[K]>>
    : R[K] extends AnyTRPCMutationProcedure
      ? MutationOf<inferProcedureInput<R[K]>, OutputOf<R[K]>>
      : R[K] extends AnyTRPCSubscriptionProcedure
        ? SubscriptionOf<inferProcedureInput<R[K]>, EventOf<OutputOf<R[K]>>>
        : R[K] extends TRPCRouterRecord
          ? RouterOf<R[K]>
          : never;
};

type OutputOf<P extends AnyTRPCProcedure> = inferTransformedProcedureOutput<
  inferTRPCClientTypes<AppRouter>,
  P
>;

type EventOf<Stream> =
  Stream extends AsyncIterable<infer Event> ? Event : never;

interface RouterCache {
  /** Marks the cached answers of all procedures of this router as stale, and refetches those in use. */
  invalidate(): Promise<void>;
}

type QueryOf<In, Out> = SolidQuery<In, Out> &
  ("cursor" extends keyof In ? SolidPages<In, Out> : unknown);
