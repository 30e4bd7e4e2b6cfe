import { createEffect, For, onCleanup, Show } from "solid-js";
import { toastProblem } from "../problem-toast.ts";
import { Button } from "../button.tsx";
import { Callout } from "../callout.tsx";
import { currentTime } from "../now.ts";
import type { Edits, Overtaken } from "./create-edits.ts";
import { texts } from "./texts.ts";
import type { Fields } from "./versions.ts";
import { whoChanged } from "#client/lib/who-changed.ts";

export interface StaleNoticeProps<F extends Fields> {
  edits: Pick<Edits<F>, "overtaken" | "typed" | "loadTheirs">;
  /** What each field is called in the form. */
  labels: Record<keyof F, string>;
  /** Who reads the page. */
  readerId: string;
  /** Saves what was typed over what is saved now: `edits.saveAnyway`, with the form's way to tell of problems. */
  onSaveAnyway: () => unknown;
  /** A value in words, where it is no text: the names of the rights in a list. */
  say?: (field: keyof F, value: unknown) => string;
}

/**
 * Says in a form that somebody else was faster, what they saved, and lets its reader choose. Takes the focus when it
 * appears, since the button that was pressed may be far below, and gives it back.
 */
export function StaleNotice<F extends Fields>(props: StaleNoticeProps<F>) {
  return (
    <Show when={props.edits.overtaken()}>
      {(overtaken) => <Notice {...props} overtaken={overtaken()} />}
    </Show>
  );
}

function Notice<F extends Fields>(
  props: StaleNoticeProps<F> & { overtaken: Overtaken<F> },
) {
  const isMine = () =>
    !props.overtaken.by || props.overtaken.by.id === props.readerId;
  let box: HTMLDivElement | undefined;
  const pressed = document.activeElement;
  createEffect(() => props.overtaken && box?.focus());
  onCleanup(() => pressed instanceof HTMLElement && pressed.focus());
  return (
    <div ref={(element) => (box = element)} tabindex="-1" class="rounded-lg">
      <Callout
        tone="warning"
        title={whoChanged(props.overtaken, props.readerId, currentTime())}
      >
        <p>
          {props.overtaken.differing.length > 0
            ? texts().kept
            : texts().nothingLost}
        </p>
        <For each={props.overtaken.differing}>
          {(field) => <Both field={field} {...props} />}
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

/** A field as it is saved now, and as it was typed here. */
function Both<F extends Fields>(
  props: StaleNoticeProps<F> & { overtaken: Overtaken<F>; field: keyof F },
) {
  const say = (value: unknown) =>
    props.say?.(props.field, value) || String(value) || texts().empty;
  return (
    <div class="mt-2.5 text-ink">
      <p class="font-medium">{props.labels[props.field]}</p>
      <dl>
        <Value
          label={texts().theirs}
          text={say(props.overtaken.theirs.fields[props.field])}
        />
        <Value
          label={texts().yours}
          text={say(props.edits.typed[props.field])}
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
