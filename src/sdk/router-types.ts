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
  Completed,
  ListCalls,
  MutationCalls,
  QueryCalls,
  SubscriptionCalls,
} from "./calls";

export type Procedures = AppRouter["_def"]["record"];

export type OutputOf<P extends AnyTRPCProcedure> =
  inferTransformedProcedureOutput<inferTRPCClientTypes<AppRouter>, P>;

export type EventOf<Stream> =
  Stream extends AsyncIterable<infer Event> ? Event : never;

/** Whether the input of a procedure has a field. An input that may be left out counts with its fields. */
type Has<Field, In> = HasKey<Field, keyof Exclude<In, void | undefined>>;

/** An empty input is a `Record<string, never>`, whose keys are all strings. */
type HasKey<Field, Keys> = string extends Keys
  ? false
  : Field extends Keys
    ? true
    : false;

/** Whether a list has pages. */
export type IsList<In> = Has<"cursor", In>;

/** The calls of all procedures. `Bound` says whether the client adds `org` to the inputs. */
export type CallsOf<R extends TRPCRouterRecord, Bound extends boolean> = {
  [K in keyof R]: R[K] extends AnyTRPCQueryProcedure
    ? QueryOf<InputOf<R[K], Bound>, OutputOf<R[K]>>
    : R[K] extends AnyTRPCMutationProcedure
      ? MutationCalls<InputOf<R[K], Bound>, OutputOf<R[K]>>
      : R[K] extends AnyTRPCSubscriptionProcedure
        ? SubscriptionCalls<InputOf<R[K], Bound>, EventOf<OutputOf<R[K]>>>
        : R[K] extends TRPCRouterRecord
          ? CallsOf<R[K], Bound>
          : never;
};

type QueryOf<In, Out> = QueryCalls<In, Out> &
  (IsList<In> extends true ? ListCalls<In, Out> : unknown);

type InputOf<P extends AnyTRPCProcedure, Bound> = Bound extends true
  ? WithoutOrg<inferProcedureInput<P>>
  : inferProcedureInput<P>;

/** Is distributed over the members of a union, and keeps inputs that have no `org`. */
type WithoutOrg<In> = In extends { org?: string | undefined }
  ? "org" extends keyof In
    ? Completed<Omit<In, "org">>
    : In
  : In;

/** The paths of the procedures whose input has no `org`, such as `"auth.me"`. */
export type PathWithoutOrg<
  R extends TRPCRouterRecord = Procedures,
  Prefix extends string = "",
> = {
  [K in keyof R & string]: R[K] extends AnyTRPCProcedure
    ? Has<"org", inferProcedureInput<R[K]>> extends true
      ? never
      : `${Prefix}${K}`
    : R[K] extends TRPCRouterRecord
      ? PathWithoutOrg<R[K], `${Prefix}${K}.`>
      : never;
}[keyof R & string];
