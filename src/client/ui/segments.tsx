import { createUniqueId, For, Index, Show } from "solid-js";
import { cx } from "./cx.ts";

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** The reason why the segment cannot be chosen. */
  blocked?: string | undefined;
}

export interface SegmentsProps<Value extends string> {
  /** The id of the element that names the group. */
  labelledBy: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A choice of one of a few values that are all visible: radio buttons in one row. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = createUniqueId();
  const hintId = createUniqueId();
  const blocked = () => props.segments.filter((segment) => segment.blocked);
  return (
    <div class="min-w-0">
      <div
        role="radiogroup"
        aria-labelledby={props.labelledBy}
        aria-describedby={blocked().length > 0 ? hintId : undefined}
        class="inline-flex max-w-full flex-wrap gap-0.5 rounded-md bg-sunken p-0.5 max-sm:flex"
      >
        {/* By index, because a new list of the same segments must not take the focus away. */}
        <Index each={props.segments}>
          {(segment) => (
            <label
              class={cx(
                "inline-flex h-7 items-center justify-center rounded-[0.3125rem] px-2.5 text-sm whitespace-nowrap max-sm:flex-1 has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-ink has-checked:ring-1 has-checked:ring-accent-line has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11",
                segment().blocked
                  ? "cursor-not-allowed text-subtle line-through decoration-line-strong"
                  : "cursor-pointer text-muted hover:text-ink",
              )}
            >
              <input
                type="radio"
                name={name}
                value={segment().value}
                class="sr-only"
                checked={segment().value === props.value}
                disabled={segment().blocked !== undefined}
                onChange={() => props.onChange(segment().value)}
              />
              {segment().label}
            </label>
          )}
        </Index>
      </div>
      <Show when={blocked().length > 0}>
        <p id={hintId} class="mt-1 text-xs text-muted">
          <For each={blocked()}>
            {(segment) => (
              <span class="block">
                {segment.label}: {segment.blocked}
              </span>
            )}
          </For>
        </p>
      </Show>
    </div>
  );
}
