import { cx } from "./cx.ts";

/** A turning ring, hidden from screen readers: say what is under way in words beside it. */
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
