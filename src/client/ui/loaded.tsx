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
 * Renders loaded data. Shows a skeleton before, and a problem with a retry button after an error; existing data stays
 * while it is refetched.
 */
export function Loaded<Data>(props: {
  query: Loadable<Data>;
  skeleton: JSX.Element;
  /** Shown if the server answers that it does not exist. */
  missing?: JSX.Element;
  children: (data: Accessor<NonNullable<Data>>) => JSX.Element;
}) {
  const isMissing = () =>
    props.missing !== undefined &&
    problemOf(props.query.error).reason === "NOT_FOUND";
  return (
    <Switch fallback={<LoadProblem query={props.query} />}>
      {/* Checked first: reading the data of a pending query would suspend the whole page. */}
      <Match when={props.query.isPending}>{props.skeleton}</Match>
      <Match when={isMissing()}>{props.missing}</Match>
      <Match when={props.query.data}>{(data) => props.children(data)}</Match>
    </Switch>
  );
}
