import { Index, Show } from "solid-js";
import { cx } from "./cx.ts";
import { createDelayed } from "./delayed.ts";
import { texts } from "./texts.ts";

export interface SkeletonProps {
  /** The expected number of rows, so that the page does not move when the rows arrive. */
  rows?: number;
  kind?: "text" | "rows" | "cards";
  /** A text about what is loading, which screen readers announce after 200 ms. */
  label?: string;
}

const KINDS = {
  text: {
    list: "flex flex-col gap-2.5",
    row: "h-4 rounded-sm odd:w-3/4 even:w-1/2",
  },
  rows: {
    list: "divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface",
    row: "h-13",
  },
  cards: {
    list: "grid gap-2 sm:auto-cols-fr sm:grid-flow-col sm:gap-4",
    row: "h-12 rounded-lg sm:h-30",
  },
};

/**
 * A placeholder that takes the space of loading content at once. It becomes visible after 200 ms, so that a fast load
 * shows none.
 */
export function Skeleton(props: SkeletonProps) {
  const isDue = createDelayed();
  const kind = () => KINDS[props.kind ?? "rows"];
  const rows = () => Array.from({ length: props.rows ?? 5 });
  return (
    <div
      role="status"
      class={cx(!isDue() && "invisible")}
      data-visible={isDue()}
    >
      <Show when={isDue()}>
        <span class="sr-only">{props.label ?? texts().skeleton.loading}</span>
      </Show>
      <div aria-hidden="true" class={kind().list}>
        <Index each={rows()}>
          {() => (
            <Show
              when={props.kind === undefined || props.kind === "rows"}
              fallback={<div class={cx("animate-pulse bg-line", kind().row)} />}
            >
              <Row class={kind().row} />
            </Show>
          )}
        </Index>
      </div>
    </div>
  );
}

/** A row of a list: a line of text, and a short text at its end. */
function Row(props: { class: string }) {
  return (
    <div class={cx("flex animate-pulse items-center gap-4 px-4", props.class)}>
      <div class="h-3.5 w-2/5 rounded-sm bg-line" />
      <div class="ml-auto h-3.5 w-20 rounded-sm bg-line" />
    </div>
  );
}
