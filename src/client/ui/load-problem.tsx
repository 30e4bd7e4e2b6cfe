import { Show } from "solid-js";
import { problemOf } from "../problem.ts";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { RequestId } from "./request-id.tsx";

/** Stands where something would be that could not be read. */
export function LoadProblem(props: {
  query: { readonly error: unknown; refetch(): Promise<unknown> };
}) {
  const problem = () => problemOf(props.query.error);
  return (
    <Callout
      tone="danger"
      title="This could not be loaded"
      action={
        <Button size="sm" onClick={() => props.query.refetch()}>
          Try again
        </Button>
      }
    >
      {problem().message}
      <Show when={problem().requestId}>{(id) => <RequestId id={id()} />}</Show>
    </Callout>
  );
}
