import { type Accessor, type JSX, Match, Switch } from "solid-js";
import { problemOf } from "#client/lib/problem.ts";
import { LoadProblem } from "./load-problem.tsx";

export interface Loadable<Data> {
  readonly isPending: boolean;
  readonly data: Data | undefined;
  readonly error: unknown;
  refetch(): Promise<unknown>;
}

/**
 * Renders the data of a query, with a skeleton while it is loading and a retry button after an error. Existing data
 * stays visible while it is refetched.
 */
export function Loaded<Data>(props: {
  query: Loadable<Data>;
  skeleton: JSX.Element;
  /** Shown if the server answers `NOT_FOUND`. */
  missing?: JSX.Element;
  children: (data: Accessor<NonNullable<Data>>) => JSX.Element;
}) {
  const isMissing = () =>
    props.missing !== undefined &&
    problemOf(props.query.error).reason === "NOT_FOUND";
  return (
    <Switch fallback={<LoadProblem query={props.query} />}>
      {/* The status is checked first, because reading the data of a pending query would suspend the whole page. */}
      <Match when={props.query.isPending}>{props.skeleton}</Match>
      <Match when={isMissing()}>{props.missing}</Match>
      <Match when={props.query.data}>{(data) => props.children(data)}</Match>
    </Switch>
  );
}
