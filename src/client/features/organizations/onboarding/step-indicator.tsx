import { Index } from "solid-js";
import { cx } from "#client/ui/cx.ts";
import { texts } from "./texts.ts";

/** Shows the current step of the setup of a new organization. */
export function StepIndicator(props: { current: 1 | 2 }) {
  return (
    <span class="flex items-center gap-1.5 text-xs text-muted">
      <Index each={[1, 2]}>
        {(step) => (
          <span
            aria-hidden="true"
            class={cx(
              "h-1 w-8 rounded-full",
              step() <= props.current ? "bg-accent" : "bg-line-strong",
            )}
          />
        )}
      </Index>
      <span class="ml-1">{texts().step(props.current)}</span>
    </span>
  );
}
