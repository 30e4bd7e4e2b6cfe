import type { JSX } from "solid-js";
import { cx } from "./cx.ts";

/** A plain box on the page, without a title of its own. */
export function Card(props: { class?: string; children: JSX.Element }) {
  return (
    <div
      class={cx(
        "rounded-lg border border-line bg-surface p-5 shadow-xs",
        props.class,
      )}
    >
      {props.children}
    </div>
  );
}
