import { type JSX, Show } from "solid-js";

/** The bottom of a form: a hint on the left, and the buttons on the right. The primary button comes last. */
export function FormActions(props: {
  hint?: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <div class="flex flex-wrap items-center justify-end gap-3">
      <Show when={props.hint}>
        {(hint) => <p class="mr-auto text-sm text-muted">{hint()}</p>}
      </Show>
      <div class="flex gap-2 max-sm:w-full max-sm:flex-col-reverse">
        {props.children}
      </div>
    </div>
  );
}
