import { cx } from "./cx.ts";

/** A spinning ring. Screen readers skip it, so add a text beside it. */
export function Spinner(props: { class?: string }) {
  return (
    <span
      aria-hidden="true"
      class={cx(
        "inline-block size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent",
        props.class,
      )}
    />
  );
}
