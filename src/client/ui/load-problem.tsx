import { Show } from "solid-js";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { RequestId } from "./request-id.tsx";
import { texts } from "./texts.ts";

/** A message with a retry button, shown in place of content that could not be loaded. */
export function LoadProblem(props: {
  query: { readonly error: unknown; refetch(): Promise<unknown> };
}) {
  const problem = () => problemOf(props.query.error);
  return (
    <Callout
      tone="danger"
      title={texts().loadProblem.notLoaded}
      action={
        <Button size="sm" onClick={() => props.query.refetch()}>
          {texts().loadProblem.tryAgain}
        </Button>
      }
    >
      {problem().message}
      <Show when={problem().requestId}>{(id) => <RequestId id={id()} />}</Show>
    </Callout>
  );
}
