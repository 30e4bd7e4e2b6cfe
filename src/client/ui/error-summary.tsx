import { createEffect, createSignal, For, onMount, Show } from "solid-js";
import { Button } from "./button.tsx";
import { RequestId } from "./request-id.tsx";
import { texts } from "./texts.ts";

export interface FieldProblem {
  /** The id of the control to which the problem belongs. */
  id?: string;
  message: string;
  /** Whether submitting the same form again can succeed. */
  canRetry?: boolean;
}

export interface ErrorSummaryProps {
  title?: string;
  problems: readonly FieldProblem[];
  /** The id of the failed request, if the problems come from the server. */
  requestId?: string | undefined;
}

/**
 * Lists the problems of a form above its fields, with links to the fields. The list takes the focus when it appears.
 */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <Show when={props.problems.length > 0}>
      <Summary {...props} />
    </Show>
  );
}

function Summary(props: ErrorSummaryProps) {
  let box: HTMLDivElement | undefined;
  const [form, setForm] = createSignal<HTMLFormElement | null>();
  onMount(() => setForm(box?.closest("form")));
  createEffect(() => {
    if (props.problems.length > 0) box?.focus();
  });
  return (
    <div
      ref={(element) => (box = element)}
      role="alert"
      tabindex="-1"
      class="rounded-lg border border-danger-line bg-danger-soft px-3.5 py-3 text-sm"
    >
      <p class="font-medium">{props.title ?? texts().errorSummary.notSaved}</p>
      <ul class="mt-1 flex flex-col gap-1 text-danger-ink">
        <For each={props.problems}>
          {(problem) => <Line problem={problem} />}
        </For>
      </ul>
      <Show when={form() && props.problems.some(({ canRetry }) => canRetry)}>
        <Button size="sm" class="mt-2" onClick={() => form()?.requestSubmit()}>
          {texts().errorSummary.retry}
        </Button>
      </Show>
      <Show when={props.requestId}>{(id) => <RequestId id={id()} />}</Show>
    </div>
  );
}

function Line(props: { problem: FieldProblem }) {
  return (
    <li>
      <Show when={props.problem.id} fallback={props.problem.message}>
        {(id) => (
          <button
            type="button"
            class="rounded-sm text-left pointer-coarse:min-h-11 underline underline-offset-3"
            onClick={() => document.getElementById(id())?.focus()}
          >
            {props.problem.message}
          </button>
        )}
      </Show>
    </li>
  );
}
