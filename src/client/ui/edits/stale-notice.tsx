import { createEffect, For, onCleanup, Show } from "solid-js";
import { toastProblem } from "../problem-toast.ts";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { currentTime } from "../now.ts";
import type { Edits, Conflict } from "./create-edits.ts";
import { texts } from "./texts.ts";
import type { Fields } from "./versions.ts";
import { whoChanged } from "#client/lib/who-changed.ts";

export interface StaleNoticeProps<F extends Fields> {
  edits: Pick<Edits<F>, "conflict" | "typed" | "loadTheirs">;
  labels: Record<keyof F, string>;
  /** The id of the signed-in user. */
  readerId: string;
  /** This function must call `edits.saveAnyway` and show its problems in the form. */
  onSaveAnyway: () => unknown;
  /** Formats a value that is not a text, such as a list of permissions. */
  format?: (field: keyof F, value: unknown) => string;
}

/**
 * Shows that another user saved first, with both versions, and offers to load the other version or to save anyway.
 * The notice takes the focus, because the pressed button may be far below, and returns the focus when it closes.
 */
export function StaleNotice<F extends Fields>(props: StaleNoticeProps<F>) {
  return (
    <Show when={props.edits.conflict()}>
      {(conflict) => <Notice {...props} conflict={conflict()} />}
    </Show>
  );
}

function Notice<F extends Fields>(
  props: StaleNoticeProps<F> & { conflict: Conflict<F> },
) {
  const isMine = () =>
    !props.conflict.by || props.conflict.by.id === props.readerId;
  let box: HTMLDivElement | undefined;
  const pressed = document.activeElement;
  createEffect(() => props.conflict && box?.focus());
  onCleanup(() => pressed instanceof HTMLElement && pressed.focus());
  return (
    <div ref={(element) => (box = element)} tabindex="-1" class="rounded-lg">
      <Callout
        tone="warning"
        title={whoChanged(props.conflict, props.readerId, currentTime())}
      >
        <p>
          {props.conflict.differing.length > 0
            ? texts().kept
            : texts().nothingLost}
        </p>
        <For each={props.conflict.differing}>
          {(field) => <BothValues field={field} {...props} />}
        </For>
        <div class="mt-3 flex flex-wrap gap-2">
          <Button size="sm" onClick={props.edits.loadTheirs}>
            {isMine() ? texts().loadSaved : texts().load}
          </Button>
          <Button
            size="sm"
            onClick={() =>
              Promise.resolve(props.onSaveAnyway()).catch((error: unknown) =>
                toastProblem(texts().staleNotice.notSaved, error),
              )
            }
          >
            {texts().saveAnyway}
          </Button>
        </div>
      </Callout>
    </div>
  );
}

/** Shows the saved value and the typed value of a field. */
function BothValues<F extends Fields>(
  props: StaleNoticeProps<F> & { conflict: Conflict<F>; field: keyof F },
) {
  const format = (value: unknown) =>
    props.format?.(props.field, value) || String(value) || texts().empty;
  return (
    <div class="mt-2.5 text-ink">
      <p class="font-medium">{props.labels[props.field]}</p>
      <dl>
        <Value
          label={texts().theirs}
          text={format(props.conflict.theirs.fields[props.field])}
        />
        <Value
          label={texts().yours}
          text={format(props.edits.typed[props.field])}
        />
      </dl>
    </div>
  );
}

function Value(props: { label: string; text: string }) {
  return (
    <div class="mt-1 flex flex-col gap-x-3 border-l-2 border-warning-line pl-2.5 sm:flex-row">
      <dt class="w-20 shrink-0 text-muted">{props.label}</dt>
      <dd
        class="max-h-32 min-w-0 overflow-y-auto break-words whitespace-pre-wrap"
        dir="auto"
      >
        {props.text}
      </dd>
    </div>
  );
}
