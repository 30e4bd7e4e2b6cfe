import type { QueryClient } from "@tanstack/solid-query";
import type {
  AnyTRPCMutationProcedure,
  AnyTRPCQueryProcedure,
  AnyTRPCSubscriptionProcedure,
  inferProcedureInput,
  TRPCRouterRecord,
} from "@trpc/server";
import type { SubscriptionCalls } from "../calls";
import type { EventOf, IsList, OutputOf, Procedures } from "../router-types";
import type { SolidMutation, SolidPages, SolidQuery } from "./procedure-types";

/** The typed Solid client: every procedure by its path, with its hooks, its cache functions and its direct call. */
export type TenantrySolid = RouterOf<Procedures> & {
  /** The Solid Query client that caches the answers of all procedures. */
  queryClient: QueryClient;
};

type RouterOf<R extends TRPCRouterRecord> = RouterCache & {
  [K in keyof R]: R[K] extends AnyTRPCQueryProcedure
    ? QueryOf<inferProcedureInput<R[K]>, OutputOf<R[K]>>
    : R[K] extends AnyTRPCMutationProcedure
      ? SolidMutation<inferProcedureInput<R[K]>, OutputOf<R[K]>>
      : R[K] extends AnyTRPCSubscriptionProcedure
        ? SubscriptionCalls<inferProcedureInput<R[K]>, EventOf<OutputOf<R[K]>>>
        : R[K] extends TRPCRouterRecord
          ? RouterOf<R[K]>
          : never;
};

interface RouterCache {
  /** Marks the cached answers of all procedures of this router as stale, and refetches those in use. */
  invalidate(): Promise<void>;
}

type QueryOf<In, Out> = SolidQuery<In, Out> &
  (IsList<In> extends true ? SolidPages<In, Out> : unknown);
