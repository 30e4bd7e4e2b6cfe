import type { JSX } from "solid-js";
import { cx } from "./cx.ts";

/** The frame of a table. It is lighter while new rows are loading. */
export function RowsBox(props: { isStale?: boolean; children: JSX.Element }) {
  return (
    <div
      aria-busy={props.isStale}
      class={cx(
        "rounded-lg border border-line bg-surface shadow-xs transition-opacity",
        props.isStale && "opacity-60",
      )}
    >
      {props.children}
    </div>
  );
}
